"""The map as a picture: one shape per municipality of a day, ready to be coloured by whoever asks.

Official boundaries are drawn once they are imported; until then the schematic ones. Shapes are made once per map and
kept: the same set of boundaries always gives the same shapes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import shapely
from shapely.geometry.base import BaseGeometry

from wortel.territory.domain.drawing import VIEW_BOX, dot, path, paths
from wortel.territory.domain.plane import geometry_to_plane, to_plane
from wortel.territory.domain.schematic import Schema, dissolved
from wortel.territory.models import Boundary, BoundarySet
from wortel.territory.reference import timeline

MARGIN_UNITS = 30
FINE_TOLERANCE_KM = 0.05


@dataclass(frozen=True, slots=True)
class Shape:
    """One municipality on the map: its code and name, and its outline as SVG path text."""

    nis: str
    name: str
    path: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class MapSheet:
    """All shapes of one day within one frame, the borders of provinces or regions, and whose lines they are."""

    view_box: str
    shapes: tuple[Shape, ...]
    borders: tuple[str, ...]
    is_schematic: bool
    source: str


def map_sheet(on: date, *, scheme: str = "provincie", area: str | None = None) -> MapSheet:
    """The map of that day, with the borders of `scheme`; only the members of one `area` of it when that is named.

    Costs one query. Raises `BeforeFirstMap`, `UnknownArea`.
    """
    first = timeline().map_span(on).start
    newest = BoundarySet.objects.filter(map_from=max(first, timeline().first_day)).order_by("-imported_at", "-pk")
    chosen = newest.values_list("pk", "source").first()
    set_id, source = chosen if chosen is not None else (None, "")
    return _sheet(max(first, timeline().first_day), set_id, source, scheme, area)


def point_on_map(lat: float, lon: float) -> tuple[int, int]:
    """Where degrees (WGS84) fall in the frame of the map."""
    return dot(*to_plane(lat, lon))


@lru_cache(maxsize=64)
def _sheet(on: date, set_id: int | None, source: str, scheme: str, area: str | None) -> MapSheet:
    grounds = _grounds(on, set_id)
    places = timeline().municipalities(on)
    owner_of = {
        place.nis: found.code
        for place in places
        if (found := timeline().area_of_map(place.nis, scheme, on)) is not None
    }
    if area is not None:
        members = {place.nis for place in timeline().members_of_map(scheme, area, on)}
        grounds = {nis: ground for nis, ground in grounds.items() if nis in members}
    lines = paths(grounds) if area is None else paths(grounds, FINE_TOLERANCE_KM)
    shapes = tuple(
        Shape(place.nis, place.name, lines[place.nis], *_middle(grounds[place.nis]))
        for place in places
        if place.nis in grounds
    )
    borders = tuple(path(ground) for ground in _simple(dissolved(grounds, owner_of)).values())
    return MapSheet(_frame(grounds, whole=area is None), shapes, borders, set_id is None, source)


@lru_cache(maxsize=8)
def _grounds(on: date, set_id: int | None) -> Mapping[str, BaseGeometry]:
    """The ground of each municipality in kilometres of the plane."""
    if set_id is None:
        return _schema().municipalities(timeline(), on)
    rows = Boundary.objects.filter(boundary_set=set_id).order_by("municipality_id")
    return {row.municipality_id: geometry_to_plane(shapely.from_wkb(bytes(row.wkb))) for row in rows}


@lru_cache(maxsize=1)
def _schema() -> Schema:
    return Schema.of(timeline().localities.by_part.values())


def _simple(grounds: Mapping[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    codes = sorted(grounds)
    return dict(zip(codes, shapely.coverage_simplify([grounds[code] for code in codes], 0.15), strict=True))


def _middle(ground: BaseGeometry) -> tuple[int, int]:
    inside = ground.representative_point()
    return dot(inside.x, inside.y)


def _frame(grounds: Mapping[str, BaseGeometry], *, whole: bool) -> str:
    if whole or not grounds:
        return VIEW_BOX
    west, south, east, north = shapely.union_all(list(grounds.values())).bounds
    (left, top), (right, bottom) = dot(west, north), dot(east, south)
    width, height = right - left + 2 * MARGIN_UNITS, bottom - top + 2 * MARGIN_UNITS
    return f"{left - MARGIN_UNITS} {top - MARGIN_UNITS} {width} {height}"
