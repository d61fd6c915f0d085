"""Places and areas as values. Every code is text: NIS codes may start with a zero."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wortel.kernel.reason import Reason
from wortel.kernel.span import Span


@dataclass(frozen=True, slots=True, order=True)
class Municipality:
    """One version of a municipality: the code, the name, and the days on which the code stood (Statbel REFNIS)."""

    nis: str
    name: str
    valid: Span
    wikidata: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Succession:
    """From day `on` the territory of code `old` is (part of) code `new`; both are equal when a code grows."""

    on: date
    old: str
    new: str


@dataclass(frozen=True, slots=True, order=True)
class Area:
    """An area that holds whole municipalities. `scheme` names the division: provincie, referentieregio, ..."""

    scheme: str
    code: str
    name: str
    former_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Membership:
    """The days on which a municipality belonged to an area, and how well its first day is known (`precision`)."""

    nis: str
    scheme: str
    area: str
    valid: Span
    precision: str = "exact"


@dataclass(frozen=True, slots=True, order=True)
class Postcode:
    """A place with its postcode, pinned by `first_nis`: the municipality it lay in on the first map."""

    code: str
    place: str
    submunicipality: bool
    first_nis: str


@dataclass(frozen=True, slots=True, order=True)
class SubMunicipality:
    """A sub-municipality (deelgemeente) with a point inside it (degrees, WGS84) and its surface.

    `first_nis` is the municipality it lay in on the first map; later ones follow from the successions.
    """

    code: str
    name: str
    first_nis: str
    lat: float
    lon: float
    area_km2: float


@dataclass(frozen=True, slots=True, order=True)
class Border:
    """Two municipalities that touched on these days; `nis_a` sorts before `nis_b`."""

    nis_a: str
    nis_b: str
    valid: Span


@dataclass(frozen=True, slots=True, order=True)
class Marker:
    """A point inside a municipality (degrees, WGS84), for putting a mark on a map, and its surface."""

    nis: str
    lat: float
    lon: float
    area_km2: float
    valid: Span


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fact happened: the code of its own day, and what more is said that pins it down."""

    nis: str
    postcode: str | None = None
    submunicipality: str | None = None


@dataclass(frozen=True, slots=True)
class Carried:
    """A place on the map of another day. `result` is empty when it cannot be known; `reason` says why."""

    result: tuple[str, ...]
    certain: bool
    reason: Reason
