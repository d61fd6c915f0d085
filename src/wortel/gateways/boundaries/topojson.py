"""TopoJSON to GeoJSON-like geometries (the TopoJSON format specification, version 1.0, sections 2.1 and 2.2).

The packages that know this format write it or draw it; none that is kept up reads it into polygons, hence this.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any

from wortel.gateways.boundaries.refusal import BoundaryFileRefused

Position = tuple[float, float]
Line = list[Position]


def decoded(topology: Mapping[str, Any], layer: str) -> Iterator[dict[str, Any]]:
    """The objects of a layer as GeoJSON features. Raises `BoundaryFileRefused` for arcs that do not fit.

    `KeyError`, `TypeError` and `ValueError` escape for a topology that is no topology; the caller words them.
    """
    arcs = _arcs(topology)
    found = topology["objects"][layer]
    for number, entry in enumerate(found.get("geometries", [found]), start=1):
        geometry = _geometry(entry, arcs, number)
        properties = dict(entry.get("properties") or {})
        yield {"type": "Feature", "id": entry.get("id"), "properties": properties, "geometry": geometry}


def _arcs(topology: Mapping[str, Any]) -> list[Line]:
    """Arcs in real coordinates: with a transform, positions are steps on a grid."""
    transform = topology.get("transform")
    if transform is None:
        return [[(float(x), float(y)) for x, y, *_ in arc] for arc in topology["arcs"]]
    (scale_x, scale_y), (move_x, move_y) = transform["scale"], transform["translate"]
    arcs = []
    for arc in topology["arcs"]:
        across, up = accumulate(step[0] for step in arc), accumulate(step[1] for step in arc)
        arcs.append([(x * scale_x + move_x, y * scale_y + move_y) for x, y in zip(across, up, strict=True)])
    return arcs


def _geometry(entry: Mapping[str, Any], arcs: Sequence[Line], number: int) -> dict[str, Any]:
    kind = entry.get("type")
    if kind == "Polygon":
        return {"type": kind, "coordinates": [_ring(ring, arcs, number) for ring in entry["arcs"]]}
    if kind == "MultiPolygon":
        rings = [[_ring(ring, arcs, number) for ring in polygon] for polygon in entry["arcs"]]
        return {"type": kind, "coordinates": rings}
    return {"type": kind, "coordinates": []}


def _ring(numbers: Sequence[int], arcs: Sequence[Line], feature: int) -> Line:
    """Arcs end to end; a negative number n is arc ~n walked backwards. Neighbouring arcs share their end point."""
    ring: Line = []
    for number in numbers:
        arc = _arc(number, arcs, feature)
        if ring and ring[-1] != arc[0]:
            raise _broken(feature)
        ring.extend(arc[1:] if ring else arc)
    if not ring or ring[0] != ring[-1]:
        raise _broken(feature)
    return ring


def _arc(number: int, arcs: Sequence[Line], feature: int) -> Line:
    index = ~number if number < 0 else number
    if index >= len(arcs) or not arcs[index]:
        raise BoundaryFileRefused(
            "arcs",
            f"Object {feature} gebruikt boog {number}, die niet in het bestand staat. Maak het bestand opnieuw.",
            feature=feature,
        )
    return arcs[index][::-1] if number < 0 else arcs[index]


def _broken(feature: int) -> BoundaryFileRefused:
    sentence = f"Object {feature}: de bogen vormen geen gesloten ring. Maak het bestand opnieuw."
    return BoundaryFileRefused("arcs", sentence, feature=feature)
