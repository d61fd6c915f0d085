"""What one record says of one institution or one of its sites."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

NAME_LENGTH = 300


@dataclass(frozen=True, slots=True)
class SaidIdentifier:
    """An identifier as the record keeps it; see `identifiers.ReadIdentifier`."""

    scheme: str
    value: str
    raw: str
    is_valid: bool


@dataclass(frozen=True, slots=True)
class SaidRole:
    """A role the source gives, with its days when it says so, and the source's own words."""

    role: str
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class SaidArea:
    """An area the institution works for: `gemeente` with a NIS code, or a scheme of the territory with an area code."""

    scheme: str
    area: str


@dataclass(frozen=True, slots=True)
class ActorStatement:
    """One source about one institution or site. Empty text and `None` mean that it says nothing about it.

    `nis` is the code of the statement's own day; `lat` and `lon` are degrees (WGS84); `stated_until` is the last day
    its printed date can mean; `kind_raw` and `sector_raw` are the source's own words.
    """

    name: str
    kind: str = "other"
    sector: str = ""
    status: str = "unknown"
    alt_names: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    street: str = ""
    house_number: str = ""
    postcode: str = ""
    place: str = ""
    nis: str = ""
    lat: float | None = None
    lon: float | None = None
    precision: str = ""
    website: str = ""
    identifiers: tuple[SaidIdentifier, ...] = ()
    roles: tuple[SaidRole, ...] = ()
    working_areas: tuple[SaidArea, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)
    said_by: str = ""
    stated_until: date | None = None
    kind_raw: str = ""
    sector_raw: str = ""


_DEFAULTS: Mapping[str, object] = {item.name: item.default for item in fields(ActorStatement)}


def values_of(statement: ActorStatement) -> dict[str, Any]:
    """The statement ready for JSON; what it says nothing about is left out."""
    values = {
        name: value
        for name, default in _DEFAULTS.items()
        if (value := getattr(statement, name)) != default and value not in ((), {})
    }
    for name, plain in _PLAIN.items():
        if name in values:
            values[name] = plain(values[name])
    return values


def statement_of(values: Mapping[str, Any]) -> ActorStatement:
    """The statement that `values_of` made these values from; names it does not know are passed over."""
    given = {name: value for name, value in values.items() if name in _DEFAULTS}
    for name, build in _BUILT.items():
        if name in given:
            given[name] = build(given[name])
    return ActorStatement(**given)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _plain_role(said: SaidRole) -> list[str]:
    days = [day.isoformat() if day else "" for day in (said.valid_from, said.valid_to)]
    return [said.role, *days, said.note]


_PLAIN: Mapping[str, Any] = {
    "alt_names": list,
    "former_names": list,
    "attributes": dict,
    "stated_until": date.isoformat,
    "identifiers": lambda items: [[said.scheme, said.value, said.raw, said.is_valid] for said in items],
    "roles": lambda items: [_plain_role(said) for said in items],
    "working_areas": lambda items: [[said.scheme, said.area] for said in items],
}
_BUILT: Mapping[str, Any] = {
    "alt_names": tuple,
    "former_names": tuple,
    "stated_until": date.fromisoformat,
    "identifiers": lambda items: tuple(SaidIdentifier(*item) for item in items),
    "roles": lambda items: tuple(SaidRole(item[0], _day(item[1]), _day(item[2]), item[3]) for item in items),
    "working_areas": lambda items: tuple(SaidArea(*item) for item in items),
}
