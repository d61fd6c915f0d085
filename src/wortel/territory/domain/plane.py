"""The plane in which Flanders is drawn and measured: kilometres east and north of a point in its middle.

An equirectangular projection (plate carrée with one true parallel): between 50.6° and 51.6° north its distances are
right to within one per cent, which is enough for schematic maps and distances between neighbours.
"""

from __future__ import annotations

from math import cos, radians
from typing import TypeVar

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

G = TypeVar("G", bound=BaseGeometry)

MIDDLE_LAT, MIDDLE_LON = 51.05, 4.25
KM_PER_DEGREE_NORTH = 111.26  # of the meridian, at 51° north, WGS84
KM_PER_DEGREE_EAST = 111.41 * cos(radians(MIDDLE_LAT)) + 0.18  # of the parallel there, WGS84


def to_plane(lat: float, lon: float) -> tuple[float, float]:
    """Kilometres east and north of the middle, for degrees in WGS84."""
    return (lon - MIDDLE_LON) * KM_PER_DEGREE_EAST, (lat - MIDDLE_LAT) * KM_PER_DEGREE_NORTH


def geometry_to_plane(geometry: G) -> G:
    """The geometry in kilometres; the given one has longitudes and latitudes in degrees (WGS84), in that order."""
    return shapely.transform(geometry, _project)


def geometry_to_degrees(geometry: G) -> G:
    """The geometry in longitudes and latitudes (WGS84); the given one is in kilometres of this plane."""
    return shapely.transform(geometry, _unproject)


def _project(degrees: NDArray[np.float64]) -> NDArray[np.float64]:
    return (degrees - (MIDDLE_LON, MIDDLE_LAT)) * (KM_PER_DEGREE_EAST, KM_PER_DEGREE_NORTH)


def _unproject(km: NDArray[np.float64]) -> NDArray[np.float64]:
    return km / (KM_PER_DEGREE_EAST, KM_PER_DEGREE_NORTH) + (MIDDLE_LON, MIDDLE_LAT)
