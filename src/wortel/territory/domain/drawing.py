"""From ground to lines on a page: SVG path text with whole coordinates in one fixed frame.

One unit is a hundred metres. Simplifying keeps shared borders shared (Visvalingam and Whyatt, Line generalisation by
repeated elimination of points, 1993, as done for coverages by GEOS), so neighbours show no gap.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

UNITS_PER_KM = 10
WEST_KM, NORTH_KM = -124.0, 54.0  # the upper left corner of the frame, in the plane
WIDTH, HEIGHT = 2440, 980
VIEW_BOX = f"0 0 {WIDTH} {HEIGHT}"
TOLERANCE_KM = 0.15

Dots = Sequence[tuple[int, int]]


def paths(grounds: Mapping[str, BaseGeometry], tolerance_km: float = TOLERANCE_KM) -> dict[str, str]:
    """SVG path text by code for grounds in kilometres of the plane; a ground too small to see gives empty text.

    The grounds must not overlap; those of one map are drawn in one call, or their borders no longer fit. Outlines
    that must lie exactly on them are drawn with `path` from the joined result of `simplified`.
    """
    return {code: path(ground) for code, ground in simplified(grounds, tolerance_km).items()}


def simplified(grounds: Mapping[str, BaseGeometry], tolerance_km: float = TOLERANCE_KM) -> dict[str, BaseGeometry]:
    """The grounds with fewer corners, sorted by code; borders stay shared. Same conditions as `paths`."""
    codes = sorted(grounds)
    simple = shapely.coverage_simplify([grounds[code] for code in codes], tolerance_km)
    return dict(zip(codes, simple, strict=True))


def path(ground: BaseGeometry) -> str:
    """SVG path text for one polygon or several, holes included."""
    rings = (ring for polygon in shapely.get_parts(ground) for ring in (polygon.exterior, *polygon.interiors))
    return "".join(_ring_text(dots) for ring in rings if len(dots := _dots(ring)) >= 3)


def dot(x_km: float, y_km: float) -> tuple[int, int]:
    """A point of the plane in units of the frame."""
    return round((x_km - WEST_KM) * UNITS_PER_KM), round((NORTH_KM - y_km) * UNITS_PER_KM)


def _dots(ring: BaseGeometry) -> Dots:
    """The corners of the ring in units, without the closing one and without repeats."""
    found: list[tuple[int, int]] = []
    for x, y in np.asarray(shapely.get_coordinates(ring))[:-1]:
        here = dot(x, y)
        if not found or found[-1] != here:
            found.append(here)
    return found[:-1] if len(found) > 1 and found[0] == found[-1] else found


def _ring_text(dots: Dots) -> str:
    """Absolute start, then steps: rounded places, not rounded steps, so that errors do not add up."""
    return f"M{dots[0][0]} {dots[0][1]}l" + " ".join(_steps(dots)).replace(" -", "-") + "z"


def _steps(dots: Dots) -> Iterator[str]:
    for (x, y), (next_x, next_y) in pairwise(dots):
        yield f"{next_x - x} {next_y - y}"
