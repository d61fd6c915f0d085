"""Reads what an organisation typed in a field of its profile: the value to keep, or what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from wortel.actors.domain.web import read_website
from wortel.kernel.reason import Reason
from wortel.kernel.text import TextRefused, clean_text
from wortel.organisations.domain.fields import (
    FIELD_OF,
    MAIL,
    OWN_FIELDS,
    PHONE,
    POSTCODE,
    PUBLIC,
    SEVERAL,
    TEXT,
    TOWNS,
    WEBSITE,
    OwnField,
    visibility_of,
)

_MAIL = re.compile(r"[^\s@<>\"',;:()\[\]\\]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}", re.I)
_PHONE = re.compile(r"\+?[\d\s./()-]{8,30}")
_POSTCODE = re.compile(r"[1-9]\d{3}")
_MANY = (SEVERAL, TOWNS)


class ValueRefused(ValueError):
    """The field cannot hold this; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.key)
        self.reason = reason


def read_value(field: OwnField, raw: str, is_town: Callable[[str], bool]) -> str:
    """The value to keep; empty is "we say nothing of it". Raises `ValueRefused`."""
    try:
        text = clean_text(raw, limit=field.limit, lines=field.sort in (TEXT, *_MANY))
    except TextRefused as refused:
        key = "organisations.unwritable" if refused.character else "organisations.too_long"
        raise ValueRefused(Reason.of(key, limit=field.limit, length=len(raw))) from refused
    if not text:
        if field.is_always_public:
            raise ValueRefused(Reason.of("organisations.name_needed"))
        return ""
    return _READ.get(field.sort, _as_it_is)(text, is_town)


def _as_it_is(text: str, _is_town: Callable[[str], bool]) -> str:
    return text


def _mail(text: str, _is_town: Callable[[str], bool]) -> str:
    if not _MAIL.fullmatch(text):
        raise ValueRefused(Reason.of("organisations.not_a_mail"))
    return text


def _phone(text: str, _is_town: Callable[[str], bool]) -> str:
    if not _PHONE.fullmatch(text) or sum(map(str.isdigit, text)) < 8:
        raise ValueRefused(Reason.of("organisations.not_a_phone"))
    return text


def _postcode(text: str, _is_town: Callable[[str], bool]) -> str:
    if not _POSTCODE.fullmatch(text):
        raise ValueRefused(Reason.of("organisations.not_a_postcode"))
    return text


def _website(text: str, _is_town: Callable[[str], bool]) -> str:
    address, _ = read_website(text)
    if not address:
        raise ValueRefused(Reason.of("organisations.not_a_website"))
    return address


def _several(text: str, _is_town: Callable[[str], bool]) -> str:
    return "\n".join(lines_of(text))


def _towns(text: str, is_town: Callable[[str], bool]) -> str:
    names = lines_of(text)
    unknown = tuple(name for name in names if not is_town(name))
    if unknown:
        raise ValueRefused(Reason.of("organisations.unknown_towns", names=unknown))
    return "\n".join(names)


_READ: Mapping[str, Callable[[str, Callable[[str], bool]], str]] = {
    MAIL: _mail,
    PHONE: _phone,
    POSTCODE: _postcode,
    WEBSITE: _website,
    SEVERAL: _several,
    TOWNS: _towns,
}


def lines_of(text: str) -> list[str]:
    """The lines that say something, each once."""
    return list(dict.fromkeys(line.strip() for line in text.replace("|", "\n").splitlines() if line.strip()))


def kept(values: Mapping[str, str]) -> dict[str, str]:
    """Only fields we know, and only those that say something."""
    return {key: values[key] for key in FIELD_OF if values.get(key)}


def shown_to(values: Mapping[str, str], visibility: Mapping[str, str], *audiences: str) -> dict[str, str]:
    """The fields that say something and are shown to one of these audiences."""
    return {key: value for key, value in kept(values).items() if visibility_of(key, visibility) in audiences}


def public_cells(values: Mapping[str, str], visibility: Mapping[str, str]) -> dict[str, str]:
    """What everyone may see, in the columns that registers use too."""
    public = shown_to(values, visibility, PUBLIC)
    return {
        field.cell: " | ".join(lines_of(public[field.key])) if field.sort in _MANY else public[field.key]
        for field in OWN_FIELDS
        if field.cell and field.key in public
    }


def public_extras(values: Mapping[str, str], visibility: Mapping[str, str]) -> dict[str, str]:
    """What everyone may see and no register has a column for, by key of field."""
    return {key: value for key, value in shown_to(values, visibility, PUBLIC).items() if not FIELD_OF[key].cell}
