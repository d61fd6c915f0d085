"""Where the actors that answer stand, as points or as squares with a number: small enough to send at once."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor

from wortel.actors.models import Actor
from wortel.actors.queries.asked import Asked
from wortel.actors.queries.selection import base, narrowed
from wortel.actors.search.query import Query, understand

MOST_POINTS = 4_000
SQUARE_KM = 2


@dataclass(frozen=True, slots=True)
class Point:
    """One actor on the map (WGS84)."""

    ref: str
    name: str
    sector: str
    is_fictional: bool
    lat: float
    lon: float
    nis: str


@dataclass(frozen=True, slots=True)
class Square:
    """How many actors stand in one square of the plane; its middle, in kilometres."""

    x_km: int
    y_km: int
    n: int


def points(asked: Asked, query: Query | None = None) -> tuple[Point, ...] | None:
    """The actors that answer and whose place is known, by name; `None` when they are too many to draw one by one."""
    entries = narrowed(base(asked, query or understand(asked.text)), asked.chosen).filter(x_km__isnull=False)
    ids = list(entries.order_by("name_key", "actor_id").values_list("actor_id", flat=True)[: MOST_POINTS + 1])
    if len(ids) > MOST_POINTS:
        return None
    columns = ("ref", "name", "sector", "is_fictional", "lat", "lon", "nis")
    rows = {row[0]: row[1:] for row in Actor.objects.filter(id__in=ids).values_list("id", *columns)}
    return tuple(Point(*rows[key]) for key in ids if key in rows and None not in rows[key][4:6])


def squares(asked: Asked, query: Query | None = None, size_km: int = SQUARE_KM) -> tuple[Square, ...]:
    """The same actors counted by squares of the plane, the fullest first."""
    entries = narrowed(base(asked, query or understand(asked.text)), asked.chosen).filter(x_km__isnull=False)
    found: dict[tuple[int, int], int] = {}
    for x_km, y_km in entries.order_by().values_list("x_km", "y_km"):
        if x_km is not None and y_km is not None:
            key = floor(x_km / size_km), floor(y_km / size_km)
            found[key] = found.get(key, 0) + 1
    half = size_km // 2
    ordered = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Square(x * size_km + half, y * size_km + half, n) for (x, y), n in ordered)
