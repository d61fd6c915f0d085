"""What registers say of an organisation beside what it says of itself, field by field."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from wortel.actors.domain.web import web_domain
from wortel.kernel.text import folded
from wortel.organisations.domain.fields import OWN_FIELDS, SEVERAL, TOWNS, WEBSITE, OwnField
from wortel.organisations.domain.values import lines_of


@dataclass(frozen=True, slots=True)
class RegisterSays:
    """One value of one field, ready to be taken over, and who says it on which date (as printed)."""

    value: str
    source: str
    stated_on: str


@dataclass(frozen=True, slots=True)
class Compared:
    """A field on both sides. `differs`: both speak, and no register says the same as the organisation."""

    field: OwnField
    own: str
    registers: tuple[RegisterSays, ...]
    differs: bool


def compare(own: Mapping[str, str], registers: Mapping[str, Sequence[RegisterSays]]) -> tuple[Compared, ...]:
    """Every field that registers can speak of, in the order of the form."""
    found = []
    for field in OWN_FIELDS:
        if not field.told:
            continue
        mine, said = own.get(field.key, ""), tuple(registers.get(field.key, ()))
        differs = bool(mine and said) and not any(is_same(field, mine, it.value) for it in said)
        found.append(Compared(field, mine, said, differs))
    return tuple(found)


def is_same(field: OwnField, one: str, other: str) -> bool:
    """Whether two texts say the same: capitals, accents, order of a list and the www of a website do not count."""
    plain = _PLAIN.get(field.sort, _plain_line)
    return plain(one) == plain(other)


def _plain_line(text: str) -> object:
    return " ".join(folded(text).split())


def _plain_lines(text: str) -> object:
    return frozenset(_plain_line(line) for line in lines_of(text))


def _plain_website(text: str) -> object:
    path = text.split("://", 1)[-1].partition("/")[2].rstrip("/")
    return web_domain(text), path


_PLAIN: Mapping[str, Callable[[str], object]] = {
    SEVERAL: _plain_lines,
    TOWNS: _plain_lines,
    WEBSITE: _plain_website,
}
