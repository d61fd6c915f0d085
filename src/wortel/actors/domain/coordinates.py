"""Points as sources give them: degrees or Lambert 72, with commas, swapped, or somewhere in the sea."""

from __future__ import annotations

import math
import re
from functools import cache
from typing import NamedTuple

from pyproj import Transformer

from wortel.actors.domain.cells import Cells
from wortel.kernel.reason import Reason

# Belgium with a margin of some kilometres (degrees, WGS84).
_LAT, _LON = (49.4, 51.6), (2.4, 6.5)

PRECISIONS = {
    "adres": "address",
    "address": "address",
    "deelgemeente centroid": "submunicipality",
    "submunicipality": "submunicipality",
    "gemeente centroid": "municipality",
    "municipality": "municipality",
    "plaats (geonames)": "municipality",
}
"""How exactly a point says where an actor is, by the words sources use. Anything else is unknown."""


class Point(NamedTuple):
    """Degrees in WGS84, and how exact the point is: address, submunicipality, municipality or empty."""

    lat: float
    lon: float
    precision: str


def read_point(cells: Cells) -> Point | None:
    """The point of a row, in Belgium or not at all; everything mended or dropped is noted."""
    precision = PRECISIONS.get(cells.text("precision", 60).lower(), "")
    if not cells.has("lat") and not cells.has("lon"):
        return _from_lambert(cells)
    lat, lon = _number(cells, "lat"), _number(cells, "lon")
    if lat is None or lon is None:
        if lat is not None or lon is not None:
            cells.mended("lat" if lat is None else "lon", Reason.of("actors.half_a_point"))
        return None
    if not _in_belgium(lat, lon) and _in_belgium(lon, lat):
        cells.mended("lat", Reason.of("actors.point_reversed", lat=lat, lon=lon))
        lat, lon = lon, lat
    if not _in_belgium(lat, lon):
        cells.mended("lat", Reason.of("actors.point_outside_belgium", lat=lat, lon=lon))
        return None
    return Point(lat, lon, precision)


def _from_lambert(cells: Cells) -> Point | None:
    x, y = _number(cells, "x72"), _number(cells, "y72")
    if x is None or y is None or (x == 0 and y == 0):
        return None
    lon, lat = _lambert72().transform(x, y)
    if not (math.isfinite(lat) and math.isfinite(lon) and _in_belgium(lat, lon)):
        cells.mended("x72", Reason.of("actors.point_outside_belgium", lat=x, lon=y))
        return None
    return Point(round(lat, 6), round(lon, 6), "address")


@cache
def _lambert72() -> Transformer:
    return Transformer.from_crs("EPSG:31370", "EPSG:4326", always_xy=True)


def _in_belgium(lat: float, lon: float) -> bool:
    return _LAT[0] <= lat <= _LAT[1] and _LON[0] <= lon <= _LON[1]


def _number(cells: Cells, name: str) -> float | None:
    text = cells.text(name, 40)
    if not text:
        return None
    plain = text.replace(",", ".") if text.count(",") == 1 and "." not in text else text
    if not re.fullmatch(r"[+-]?\d{1,9}(?:\.\d{1,20})?", plain):
        cells.mended(name, Reason.of("actors.not_a_number", raw=text))
        return None
    if plain != text:
        cells.mended(name, Reason.of("actors.decimal_comma", raw=text))
    return float(plain)
