"""Numbers and addresses by which registers know an institution: what they look like and whether they can be right.

A number that cannot be right is kept and marked: it says what the source wrote, but nobody is recognised by it.
Forms: KBO and establishment numbers after the Crossroads Bank (mod 97), OVO after the Flemish organisation register,
ROR after ror.org, UiTdatabank ids as UUIDs, school numbers as the Department of Education prints them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from wortel.actors.domain.check_digits import enterprise_number_fits, ror_fits
from wortel.kernel.reason import Reason
from wortel.kernel.text import folded

KBO, ESTABLISHMENT, OVO, SCHOOL = "kbo", "kbo_establishment", "ovo", "school"
ROR, WIKIDATA, UITDATABANK, WEB_DOMAIN, NIS = "ror", "wikidata", "uitdatabank", "web_domain", "nis"
UNKNOWN_SCHEME = "unknown"

SCHEMES = (KBO, ESTABLISHMENT, OVO, SCHOOL, ROR, WIKIDATA, UITDATABANK, WEB_DOMAIN, NIS, UNKNOWN_SCHEME)
"""`nis` is the number of a municipality or province as a body; `unknown` keeps what no scheme could be found for."""

VALUE_LENGTH = 200


@dataclass(frozen=True, slots=True)
class ReadIdentifier:
    """One identifier as read: normal form, what the source wrote, and what was mended or is wrong (`problem`)."""

    scheme: str
    value: str
    raw: str
    is_valid: bool
    problem: Reason | None = None


_NAMES = {
    "kbo": KBO, "kbonummer": KBO, "ondernemingsnummer": KBO, "enterprisenumber": KBO, "btw": KBO, "vat": KBO,
    "bebcekbo": KBO, "cbe": KBO, "bce": KBO,
    "vestigingsnummer": ESTABLISHMENT, "kboestablishment": ESTABLISHMENT, "establishmentnumber": ESTABLISHMENT,
    "ovo": OVO, "ovonummer": OVO, "ovocode": OVO,
    "school": SCHOOL, "schoolnummer": SCHOOL, "instellingsnummer": SCHOOL, "schoolnumber": SCHOOL,
    "ror": ROR, "rorid": ROR, "wikidata": WIKIDATA, "wikidataid": WIKIDATA, "qid": WIKIDATA,
    "uitdatabank": UITDATABANK, "uitid": UITDATABANK, "cdbid": UITDATABANK, "udb": UITDATABANK,
}  # fmt: skip

_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (KBO, re.compile(r"(?:BE[-\s]?)?[01]\d{3}\.?\d{3}\.?\d{3}|BE-BCE_KBO-\d{10}|\S*/CbeRegisteredEntity/\d{10}", re.I)),
    (ESTABLISHMENT, re.compile(r"[2-8]\.?\d{3}\.?\d{3}\.?\d{3}|\S*/CbeEstablishmentUnit/\d{10}", re.I)),
    (OVO, re.compile(r"(?:\S*/)?OVO\s?\d{6}", re.I)),
    (ROR, re.compile(r"(?:https?://)?ror\.org/\w+", re.I)),
    (WIKIDATA, re.compile(r"(?:\S*/)?Q\d+", re.I)),
    (UITDATABANK, re.compile(r"(?:\S*/)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.I)),
)
_SEVERAL = re.compile(r"\s*(?:[+&/,]|\s[-–]\s|\ben\b|\band\b)\s*")
_NOT_DIGIT = re.compile(r"\D")


def parse_identifiers(text: str) -> tuple[ReadIdentifier, ...]:
    """Reads `kbo=0207532389;ovo=OVO002126`, `schoolnummer=16592 - 16584`, or bare numbers with a form of their own.

    Pieces are parted by semicolon, bar or line end; a piece without a name takes the scheme its form gives away, else
    the scheme before it. Nothing is left out: what cannot be placed comes back with scheme `unknown`.
    """
    found: list[ReadIdentifier] = []
    scheme = ""
    for piece in re.split(r"[;|\n]", text):
        if not piece.strip():
            continue
        named, value = _named(piece.strip())
        scheme = named or _scheme_by_form(value) or scheme or UNKNOWN_SCHEME
        found.extend(read_identifier(scheme, value))
    return tuple(dict.fromkeys(found))


def read_identifier(scheme: str, text: str) -> tuple[ReadIdentifier, ...]:
    """Reads one cell of one scheme: none when empty, more than one when it holds several numbers."""
    raw = text.strip()
    if not raw:
        return ()
    parts = [part for part in _SEVERAL.split(raw) if part] if scheme == SCHOOL else [raw]
    several = Reason.of("actors.several_numbers", raw=raw) if len(parts) > 1 else None
    return tuple(_read_one(scheme, part, several) for part in parts)


def _named(piece: str) -> tuple[str, str]:
    """The scheme a piece names, if it does, and the rest."""
    name, mark, value = re.match(r"([^=:]*)([=:]?)(.*)", piece, re.S).groups()  # type: ignore[union-attr]
    if mark and name.strip().lower() not in ("http", "https"):
        scheme = _NAMES.get(re.sub(r"[^a-z]", "", folded(name)), UNKNOWN_SCHEME)
        return scheme, (piece if scheme == UNKNOWN_SCHEME else value.strip())
    return "", piece


def _scheme_by_form(value: str) -> str:
    return next((scheme for scheme, form in _FORMS if form.fullmatch(value)), "")


def _read_one(scheme: str, raw: str, several: Reason | None) -> ReadIdentifier:
    read = _READERS.get(scheme, _nothing)(raw)
    if read is None:
        problem = Reason.of("actors.number_malformed", scheme=scheme, raw=raw[:60])
        return ReadIdentifier(scheme, raw[:VALUE_LENGTH], raw[:VALUE_LENGTH], is_valid=False, problem=problem)
    if not read.is_valid or read.problem is not None:
        return read
    return ReadIdentifier(read.scheme, read.value, read.raw, is_valid=True, problem=several)


def _nothing(_raw: str) -> ReadIdentifier | None:
    return None


def _enterprise(raw: str) -> ReadIdentifier | None:
    digits = _NOT_DIGIT.sub("", raw.rsplit("/", 1)[-1])
    mended = None
    if len(digits) == 9:
        mended, digits = Reason.of("actors.leading_zero_added", raw=raw, value="0" + digits), "0" + digits
    if len(digits) != 10 or digits[0] == "9" or re.search(r"[^\d.\s/\-_A-Za-z:]", raw):
        return None
    scheme = KBO if digits[0] in "01" else ESTABLISHMENT
    if not enterprise_number_fits(digits):
        return ReadIdentifier(scheme, digits, raw, is_valid=False, problem=_wrong(scheme, digits))
    return ReadIdentifier(scheme, digits, raw, is_valid=True, problem=mended)


def _kbo(raw: str) -> ReadIdentifier | None:
    return _meant(KBO, "actors.establishment_for_kbo", raw)


def _establishment(raw: str) -> ReadIdentifier | None:
    return _meant(ESTABLISHMENT, "actors.kbo_for_establishment", raw)


def _meant(scheme: str, otherwise: str, raw: str) -> ReadIdentifier | None:
    """The number by what its first digit says it is, with a note when the source called it something else."""
    read = _enterprise(raw)
    if read is None or read.scheme == scheme or not read.is_valid:
        return read
    return replace(read, problem=Reason.of(otherwise, raw=raw))


def _ovo(raw: str) -> ReadIdentifier | None:
    match = re.fullmatch(r"(?:\S*/)?(OVO)?\s?(\d{6})", raw, re.I)
    if match is None:
        return None
    value = f"OVO{match[2]}"
    mended = None if match[1] else Reason.of("actors.prefix_added", raw=raw, value=value)
    return ReadIdentifier(OVO, value, raw, is_valid=True, problem=mended)


def _school(raw: str) -> ReadIdentifier | None:
    digits = re.sub(r"\.0$", "", raw)  # a spreadsheet's number
    value = digits.lstrip("0")
    if not digits.isascii() or not digits.isdigit() or not 1 <= len(value) <= 6:
        return None
    mended = None if value == raw else Reason.of("actors.leading_zero_dropped", raw=raw, value=value)
    return ReadIdentifier(SCHOOL, value, raw, is_valid=True, problem=mended)


def _ror(raw: str) -> ReadIdentifier | None:
    match = re.fullmatch(r"(?:https?://)?(?:ror\.org/)?(0[a-hj-km-np-tv-z0-9]{6}\d\d)/?", raw.lower())
    if match is None:
        return None
    value = match[1]
    fits = ror_fits(value)
    return ReadIdentifier(ROR, value, raw, fits, None if fits else _wrong(ROR, value))


def _wikidata(raw: str) -> ReadIdentifier | None:
    match = re.fullmatch(r"(?:\S*/)?(Q[1-9]\d{0,11})", raw, re.I)
    return None if match is None else ReadIdentifier(WIKIDATA, match[1].upper(), raw, is_valid=True)


def _uuid(raw: str) -> ReadIdentifier | None:
    match = re.fullmatch(r"(?:\S*/)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", raw, re.I)
    return None if match is None else ReadIdentifier(UITDATABANK, match[1].lower(), raw, is_valid=True)


def _wrong(scheme: str, value: str) -> Reason:
    return Reason.of("actors.check_digit_wrong", scheme=scheme, value=value)


_READERS: dict[str, Callable[[str], ReadIdentifier | None]] = {
    KBO: _kbo,
    ESTABLISHMENT: _establishment,
    OVO: _ovo,
    SCHOOL: _school,
    ROR: _ror,
    WIKIDATA: _wikidata,
    UITDATABANK: _uuid,
}


def remarks_of(identifiers: tuple[ReadIdentifier, ...]) -> Iterator[Reason]:
    """What was mended or is doubtful in them, each thing once."""
    yield from dict.fromkeys(read.problem for read in identifiers if read.problem is not None)
