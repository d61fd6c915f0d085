"""Which coordinates a boundary file is in, and how they become degrees (WGS84, longitude first)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError
from shapely.geometry.base import BaseGeometry

from wortel.gateways.boundaries.refusal import BoundaryFileRefused, printable

DEGREES = "OGC:CRS84"


def reference_system(document: Mapping[str, Any], asked: str | None) -> str:
    """The coordinate reference system to read the file with. Raises `BoundaryFileRefused` for an unknown one."""
    named = asked or ((document.get("crs") or {}).get("properties") or {}).get("name") or DEGREES
    try:
        CRS.from_user_input(named)
    except CRSError as error:
        raise BoundaryFileRefused(
            "crs", f"Coördinatenstelsel {printable(named)} bestaat niet. Gebruik EPSG:31370 of EPSG:4326."
        ) from error
    return str(named)


def in_degrees(ground: BaseGeometry, system: str, nis: str) -> BaseGeometry:
    """The ground in degrees. Raises `BoundaryFileRefused` when it cannot lie on earth in this system."""
    moved = shapely.force_2d(ground)
    if system != DEGREES:
        transformer = _transformer(system)

        def move(points: NDArray[np.float64]) -> NDArray[np.float64]:
            return np.column_stack(transformer.transform(points[:, 0], points[:, 1]))

        moved = shapely.transform(moved, move)
    west, south, east, north = moved.bounds
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        sentence = f"{nis} ligt gelezen als {system} niet op aarde. Zeg in het bestand welk stelsel het heeft."
        raise BoundaryFileRefused("crs", sentence, nis=nis, crs=system)
    return moved


@cache
def _transformer(system: str) -> Transformer:
    return Transformer.from_crs(system, DEGREES, always_xy=True)
