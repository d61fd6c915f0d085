"""Actors in few words, with their place: what reckons with thousands of them at once needs no more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import F, FloatField, Q, QuerySet, Value
from django.db.models.expressions import Combinable

from wortel.actors.models import Actor

GONE = (Actor.Status.INACTIVE, Actor.Status.MERGED)
_COLUMNS = (
    "ref", "name", "kind", "sector", "status", "nis", "province", "region", "is_claimed", "is_fictional", "x_km",
    "y_km",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Located:
    """An actor, its municipality and areas of today's map, and its point in the local plane. Empty is unknown."""

    ref: str
    name: str
    kind: str
    sector: str
    status: str
    nis: str
    province: str
    region: str
    is_claimed: bool
    is_fictional: bool
    x_km: float | None
    y_km: float | None


def located_in(codes: Iterable[str]) -> tuple[Located, ...]:
    """Who works in these municipalities of today's map, by name; who stopped is left out. One statement."""
    found = Actor.objects.filter(nis__in=list(codes)).exclude(status__in=GONE).order_by("name", "ref")
    return tuple(Located(*row) for row in found.values_list(*_COLUMNS))


def located_of_kind(kind: str) -> tuple[Located, ...]:
    """Every actor of this kind that works on, by ref. One statement."""
    found = Actor.objects.filter(kind=kind).exclude(status__in=GONE).order_by("ref")
    return tuple(Located(*row) for row in found.values_list(*_COLUMNS))


def located(refs: Iterable[str]) -> Mapping[str, Located]:
    """These actors, by ref, as far as they exist and work on. One statement for each thousand."""
    asked, found = sorted(set(refs)), {}
    for start in range(0, len(asked), 1000):
        rows = Actor.objects.filter(ref__in=asked[start : start + 1000]).exclude(status__in=GONE)
        found.update({row[0]: Located(*row) for row in rows.values_list(*_COLUMNS)})
    return found


def nearest_of_sectors(
    sectors: Sequence[str], x_km: float, y_km: float, *, outside: Iterable[str], within_km: float | None, limit: int
) -> tuple[Located, ...]:
    """Per sector the actors nearest to a point, outside these municipalities: at most `limit` each. One statement."""
    closed, wanted = list(outside), Q(pk__in=[])
    for sector in sectors:
        wanted |= Q(pk__in=_nearest(sector, x_km, y_km, closed, within_km).values("pk")[:limit])
    return tuple(Located(*row) for row in Actor.objects.filter(wanted).order_by("ref").values_list(*_COLUMNS))


def _nearest(sector: str, x_km: float, y_km: float, closed: Sequence[str], within_km: float | None) -> QuerySet[Actor]:
    found = Actor.objects.filter(sector=sector, x_km__isnull=False).exclude(status__in=GONE).exclude(nis__in=closed)
    if within_km is not None:
        found = found.filter(x_km__range=(x_km - within_km, x_km + within_km))
        found = found.filter(y_km__range=(y_km - within_km, y_km + within_km))
    return found.alias(far=_square(x_km, y_km)).order_by("far", "ref")


def _square(x_km: float, y_km: float) -> Combinable:
    east = F("x_km") - Value(x_km, output_field=FloatField())
    north = F("y_km") - Value(y_km, output_field=FloatField())
    return east * east + north * north
