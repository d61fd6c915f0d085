"""The directory: which actors answer, how many by facet, and one page of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from wortel.actors.models import Actor
from wortel.actors.queries.asked import Asked, Near
from wortel.actors.queries.facets import Counted, count, split_sources
from wortel.actors.queries.selection import base, cells_of, ordered_ids
from wortel.actors.search.query import Query, understand

_CHUNK = 1_000


@dataclass(frozen=True, slots=True)
class Listed:
    """An actor as a line of a list. Empty texts and `None` are unknown; `distance_km` only when a place was asked."""

    ref: str
    name: str
    kind: str
    sector: str
    status: str
    website: str
    is_claimed: bool
    is_fictional: bool
    sources: tuple[str, ...]
    nis: str
    province: str
    region: str
    postcode: str
    place: str
    lat: float | None
    lon: float | None
    precision: str
    distance_km: float | None
    id: int


@dataclass(frozen=True, slots=True)
class Directory:
    """An answer: how the words were understood, the total and the facets. Ask it for its actors with `page`."""

    asked: Asked
    query: Query
    counted: Counted

    @property
    def total(self) -> int:
        """How many actors answer."""
        return self.counted.total

    def page(self, offset: int, limit: int) -> tuple[Listed, ...]:
        """The actors from `offset` on, at most `limit`. Two statements."""
        return listed(ordered_ids(self.asked, self.query, offset, limit), self.asked.near)


def directory(asked: Asked) -> Directory:
    """What answers the question; at most six statements, and two more for each mistyped word."""
    query = understand(asked.text)
    return Directory(asked, query, count(cells_of(base(asked, query)), asked.chosen))


def everything(asked: Asked) -> Iterator[Listed]:
    """Every actor that answers, in the order asked, read a thousand at a time."""
    ids = ordered_ids(asked, understand(asked.text), 0, None)
    for start in range(0, len(ids), _CHUNK):
        yield from listed(ids[start : start + _CHUNK], asked.near)


def listed(ids: Sequence[int], near: Near | None = None) -> tuple[Listed, ...]:
    """These actors as lines of a list, in the order given. One statement."""
    actors = Actor.objects.in_bulk(list(ids))
    return tuple(_listed(actors[key], near) for key in ids if key in actors)


def _listed(actor: Actor, near: Near | None) -> Listed:
    return Listed(
        ref=actor.ref,
        name=actor.name,
        kind=actor.kind,
        sector=actor.sector,
        status=actor.status,
        website=actor.website,
        is_claimed=actor.is_claimed,
        is_fictional=actor.is_fictional,
        sources=split_sources(actor.sources),
        nis=actor.nis,
        province=actor.province,
        region=actor.region,
        postcode=actor.postcode,
        place=actor.place,
        lat=actor.lat,
        lon=actor.lon,
        precision=actor.precision,
        distance_km=_distance(actor, near),
        id=actor.pk,
    )


def _distance(actor: Actor, near: Near | None) -> float | None:
    if near is None or actor.x_km is None or actor.y_km is None:
        return None
    return sqrt((actor.x_km - near.x_km) ** 2 + (actor.y_km - near.y_km) ** 2)
