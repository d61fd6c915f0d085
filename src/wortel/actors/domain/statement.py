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
    values: dict[str, Any] = {}
    for name, default in _DEFAULTS.items():
        value = getattr(statement, name)
        if value != default and value not in ((), {}):
            values[name] = value
    for name in ("alt_names", "former_names"):
        if name in values:
            values[name] = list(values[name])
    for name, plain in _PLAIN.items():
        if name in values:
            values[name] = [plain(item) for item in values[name]]
    if statement.attributes:
        values["attributes"] = dict(statement.attributes)
    if statement.stated_until is not None:
        values["stated_until"] = statement.stated_until.isoformat()
    return values


def statement_of(values: Mapping[str, Any]) -> ActorStatement:
    """The statement that `values_of` made these values from; names it does not know are passed over."""
    given = {name: value for name, value in values.items() if name in _DEFAULTS}
    for name in ("alt_names", "former_names"):
        if name in given:
            given[name] = tuple(given[name])
    for name, build in _BUILT.items():
        if name in given:
            given[name] = tuple(build(item) for item in given[name])
    if "stated_until" in given:
        given["stated_until"] = date.fromisoformat(given["stated_until"])
    return ActorStatement(**given)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


_PLAIN: Mapping[str, Any] = {
    "identifiers": lambda said: [said.scheme, said.value, said.raw, said.is_valid],
    "roles": lambda said: [
        said.role,
        said.valid_from.isoformat() if said.valid_from else "",
        said.valid_to.isoformat() if said.valid_to else "",
        said.note,
    ],
    "working_areas": lambda said: [said.scheme, said.area],
}
_BUILT: Mapping[str, Any] = {
    "identifiers": lambda item: SaidIdentifier(*item),
    "roles": lambda item: SaidRole(item[0], _day(item[1]), _day(item[2]), item[3]),
    "working_areas": lambda item: SaidArea(*item),
}
