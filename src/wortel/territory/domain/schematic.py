"""Schematic boundaries: what Flanders looks like when only a point and a surface of each sub-municipality are known.

Each sub-municipality gets the ground nearest to its point (Voronoi cell; Okabe et al., Spatial Tessellations, 2000),
within an outline of discs as large as the sub-municipalities, closed by mathematical morphology (Serra, 1982).
Never an official boundary: a drawing for orientation until official ones are imported. Kilometres of `plane`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import pi, sqrt
from typing import TypeVar

import shapely
from shapely import LineString, MultiPoint, Point, Polygon, STRtree
from shapely.geometry.base import BaseGeometry

from wortel.territory.domain.places import SubMunicipality
from wortel.territory.domain.plane import to_plane
from wortel.territory.domain.timeline import Timeline

K = TypeVar("K", bound=Hashable)

# Chosen by comparing outlines with the true one: these give 96 % overlap, Brussels as the only hole, Voeren apart.
DISC_RADIUS = 1.05  # times the radius of a disc with the surface of the sub-municipality
CLOSING_KM = 2.0
SMALLEST_HOLE_KM2 = 40.0
ROUNDNESS = 6  # corners per quarter of a disc


@dataclass(frozen=True, slots=True)
class Schema:
    """The schematic ground of each sub-municipality, by its code; together they tile the outline without gaps."""

    cells: Mapping[str, tuple[Polygon, ...]]
    parts: Mapping[str, SubMunicipality]

    @classmethod
    def of(cls, parts: Iterable[SubMunicipality]) -> Schema:
        """Draws the cells. The same parts always give the same cells. `parts` must not be empty."""
        ordered = sorted(parts)
        points = [Point(to_plane(part.lat, part.lon)) for part in ordered]
        outline = _outline(points, [part.area_km2 for part in ordered])
        cells: dict[str, list[Polygon]] = defaultdict(list)
        for index, face in _faces(points, outline):
            cells[ordered[index].code].append(face)
        return cls({code: tuple(faces) for code, faces in cells.items()}, {part.code: part for part in ordered})

    def municipalities(self, timeline: Timeline, on: date) -> dict[str, BaseGeometry]:
        """The ground of each municipality of that day, by NIS code. Raises `BeforeFirstMap`."""
        return self._dissolved(
            (code, place.nis) for code in self.parts for place in timeline.municipalities_of_submunicipality(code, on)
        )

    def areas(self, timeline: Timeline, scheme: str, on: date) -> dict[str, BaseGeometry]:
        """The ground of each area on the map of that day, by area code. Raises `BeforeFirstMap`, `UnknownArea`."""
        area_of = {place.nis: timeline.area_of_map(place.nis, scheme, on) for place in timeline.municipalities(on)}
        return self._dissolved(
            (code, area.code)
            for code in self.parts
            for place in timeline.municipalities_of_submunicipality(code, on)
            if (area := area_of[place.nis]) is not None
        )

    def _dissolved(self, owners: Iterable[tuple[str, K]]) -> dict[K, BaseGeometry]:
        faces: dict[K, list[Polygon]] = defaultdict(list)
        for code, owner in owners:
            faces[owner].extend(self.cells.get(code, ()))
        return {owner: shapely.coverage_union_all(found) for owner, found in sorted(faces.items(), key=str)}


def dissolved(grounds: Mapping[str, BaseGeometry], owner_of: Mapping[str, str]) -> dict[str, BaseGeometry]:
    """Grounds joined per owner; grounds without an owner are left out. For schematic and official ones alike."""
    found: dict[str, list[BaseGeometry]] = defaultdict(list)
    for code, ground in grounds.items():
        if code in owner_of:
            found[owner_of[code]].append(ground)
    return {owner: shapely.union_all(found[owner]) for owner in sorted(found)}


def _outline(points: Sequence[Point], surfaces: Sequence[float]) -> BaseGeometry:
    discs = [
        point.buffer(DISC_RADIUS * sqrt(surface / pi), quad_segs=ROUNDNESS)
        for point, surface in zip(points, surfaces, strict=True)
    ]
    closed = shapely.union_all(discs).buffer(CLOSING_KM, quad_segs=ROUNDNESS).buffer(-CLOSING_KM, quad_segs=ROUNDNESS)
    return shapely.union_all([_without_small_holes(part) for part in shapely.get_parts(closed)])


def _without_small_holes(polygon: Polygon) -> Polygon:
    return Polygon(polygon.exterior, [ring for ring in polygon.interiors if Polygon(ring).area >= SMALLEST_HOLE_KM2])


def _faces(points: Sequence[Point], outline: BaseGeometry) -> Iterable[tuple[int, Polygon]]:
    """The faces of cells and outline, each with the index of its point.

    All lines are noded together once, so that neighbours share every vertex and no sliver can open between them.
    """
    edges = shapely.voronoi_polygons(MultiPoint(list(points)), extend_to=outline, only_edges=True)
    lines = shapely.union_all([edges, outline.boundary])
    index = STRtree(list(points))
    shapely.prepare(outline)
    for face in shapely.get_parts(shapely.polygonize(_lines(lines))):
        inside = face.representative_point()
        if outline.contains(inside):
            yield int(index.nearest(inside)), face


def _lines(lines: BaseGeometry) -> list[LineString]:
    return list(shapely.get_parts(lines))
