"""Where a row says an institution is: the municipality code of its own day, or unknown; never a guess."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from wortel.actors.domain.cells import Cells
from wortel.actors.domain.stated_dates import Stated
from wortel.actors.domain.whereabouts import Codes, Whereabouts, name_of_place
from wortel.kernel.reason import Reason
from wortel.kernel.text import folded

_REMARK = re.compile(r"^(?P<place>[^()]+?)\s*\((?P<remark>[^()]*)\)\s*$")
_CODE = re.compile(r"[0-9]{5}")
_POSTCODE = re.compile(r"(?:B-?\s?)?(?P<code>[1-9]\d{3})(?:\.0+)?(?:\s+(?P<rest>\D.*))?", re.I)


# How postal lists tell villages of one name apart.
_PROVINCES = {
    "ovl": "Oost-Vlaanderen", "o vl": "Oost-Vlaanderen", "o.-vl": "Oost-Vlaanderen",
    "wvl": "West-Vlaanderen", "w vl": "West-Vlaanderen", "w.-vl": "West-Vlaanderen",
    "antw": "Antwerpen", "kempen": "Antwerpen", "limb": "Limburg", "lim": "Limburg",
    "vl. br": "Vlaams-Brabant", "vlbr": "Vlaams-Brabant", "bt": "Vlaams-Brabant",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the row says it is. An empty code is unknown."""

    nis: str
    postcode: str
    place: str


@dataclass(frozen=True, slots=True)
class _Said:
    place: str
    remark: str
    municipality: str
    postcode: str
    province: str


def read_standing(cells: Cells, where: Whereabouts, stated: Stated | None, *, has_ended: bool) -> Standing:
    """Reads code, municipality, place and postcode together.

    `has_ended` says that the institution itself no longer works: then its code may have ended before the day of the
    statement. A code that never stood, or had ended, is a problem of the row.
    """
    postcode, rest = _read_postcode(cells)
    place, remark = _without_remark(cells, "place", cells.text("place", 120) or rest)
    municipality, _ = _without_remark(cells, "municipality", cells.text("municipality", 120))
    said = _Said(place, remark, municipality, postcode, cells.text("province", 60))
    nis = _read_code(cells)
    if nis:
        _check_code(cells, where, nis, stated, has_ended=has_ended)
        if not cells.problems:
            _compare(cells, where, nis, said, stated)
    else:
        nis = _derive(cells, where, said, where.day_of_map(stated.last if stated else None))
    return Standing(nis, postcode, said.place or said.municipality)


def _read_code(cells: Cells) -> str:
    """Five digits; also at the end of a web address, or as a spreadsheet writes numbers."""
    text = cells.text("nis", 60)
    if not text or _CODE.fullmatch(text):
        return text
    code = re.sub(r"\.0+$", "", text.rsplit("/", 1)[-1].strip())
    if not _CODE.fullmatch(code):
        cells.refused("nis", Reason.of("actors.nis_malformed", raw=text))
        return ""
    cells.mended("nis", Reason.of("actors.nis_mended", raw=text, value=code))
    return code


def _check_code(cells: Cells, where: Whereabouts, nis: str, stated: Stated | None, *, has_ended: bool) -> None:
    if where.is_brussels(nis):
        return
    place = where.known(nis)
    if place is None:
        cells.refused("nis", Reason.of("actors.nis_never_existed", nis=nis))
        return
    end = place.valid.end
    if end is not None and not has_ended and (stated is None or end <= stated.first):
        became = tuple(f"{code} {where.name(code)}" for code in sorted(where.on_map([nis], where.newest)))
        key = "actors.nis_ended_undated" if stated is None else "actors.nis_ended"
        cells.refused("nis", Reason.of(key, nis=nis, name=place.name, ended=end.isoformat(), became=became))
    elif stated is not None and place.valid.start > stated.last:
        reason = Reason.of("actors.nis_is_younger", nis=nis, name=place.name, starts=place.valid.start.isoformat())
        cells.mended("nis", reason)


def _compare(cells: Cells, where: Whereabouts, nis: str, said: _Said, stated: Stated | None) -> None:
    """Notes where the other fields say something else than the code; the code decides."""
    day = where.day_of_map(stated.last if stated else None)
    today = where.on_map([nis], where.newest)
    if said.municipality and name_of_place(said.municipality) != name_of_place(where.name(nis)):
        named = where.on_map(where.named(said.municipality, day), where.newest)
        if not named:
            cells.mended("municipality", Reason.of("actors.municipality_unknown", name=said.municipality))
        elif not named & today:
            cells.mended("municipality", _elsewhere(said.municipality, nis, where))
        elif where.is_former_name(said.municipality, day):
            cells.mended("municipality", _former(said.municipality, where, today))
    if said.postcode and not where.is_brussels(nis):
        found = where.with_postcode(said.postcode, where.newest)
        if not found:
            cells.mended("postcode", Reason.of("actors.postcode_unknown", postcode=said.postcode))
        elif not found & today:
            cells.mended("postcode", _elsewhere(said.postcode, nis, where))


def _derive(cells: Cells, where: Whereabouts, said: _Said, day: date) -> str:
    """The one municipality the other fields can mean on the map of that day; empty and noted when it is not one."""
    by_name, name = _by_names(where, said, day)
    by_postcode = where.with_postcode(said.postcode, day) if said.postcode else frozenset()
    candidates = by_name & by_postcode if by_name and by_postcode else by_name or by_postcode
    province = where.province_of(said.province or _PROVINCES.get(folded(said.remark).strip(". "), ""))
    if province and len(candidates) > 1:
        candidates = frozenset(nis for nis in candidates if _province(where, nis, day) == province)
    if len(candidates) == 1:
        nis = min(candidates)
        key = "actors.nis_from_name" if by_name else "actors.nis_from_postcode"
        asked = name if by_name else said.postcode
        cells.mended("nis", Reason.of(key, nis=nis, name=where.name(nis), said=asked))
        if by_name and where.is_former_name(name, day):
            cells.mended("municipality", _former(name, where, candidates))
        return nis
    if name or said.postcode:
        names = tuple(f"{nis} {where.name(nis)}" for nis in sorted(candidates or by_name | by_postcode))
        cells.mended("nis", Reason.of("actors.place_unclear", said=name or said.postcode, candidates=names))
    return ""


def _by_names(where: Whereabouts, said: _Said, day: date) -> tuple[Codes, str]:
    """What the names can mean together, and the name that was asked first."""
    found: Codes = frozenset()
    for name in (said.municipality, said.place, said.remark):
        codes = where.named(name, day) if name else frozenset()
        found = (found & codes or found) if found else codes
    return found, said.municipality or said.place


def _province(where: Whereabouts, nis: str, day: date) -> str:
    area = None if where.is_brussels(nis) else where.timeline.area_of(nis, "provincie", day)
    return area.code if area else ""


def _read_postcode(cells: Cells) -> tuple[str, str]:
    """The four digits, and a place name that stood in the same cell."""
    text = cells.text("postcode", 60)
    if not text:
        return "", ""
    match = _POSTCODE.fullmatch(text)
    if match is None:
        cells.mended("postcode", Reason.of("actors.postcode_malformed", raw=text))
        return "", ""
    if match["code"] != text:
        cells.mended("postcode", Reason.of("actors.postcode_mended", raw=text, value=match["code"]))
    return match["code"], match["rest"] or ""


def _without_remark(cells: Cells, name: str, text: str) -> tuple[str, str]:
    match = _REMARK.match(text)
    if match is None:
        return text, ""
    cells.mended(name, Reason.of("actors.remark_in_place", raw=text, value=match["place"], remark=match["remark"]))
    return match["place"], match["remark"]


def _former(name: str, where: Whereabouts, codes: Codes) -> Reason:
    return Reason.of("actors.former_municipality", name=name, now=tuple(where.name(nis) for nis in sorted(codes)))


def _elsewhere(said: str, nis: str, where: Whereabouts) -> Reason:
    return Reason.of("actors.places_disagree", said=said, nis=nis, name=where.name(nis))
