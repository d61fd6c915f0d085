"""GeoJSON and TopoJSON as publishers write them become one polygon per code, in degrees."""

import json
from typing import Any

import pytest
from shapely import box

from wortel.gateways.boundaries import layers_in, read_boundaries

SQUARE = [[[4.0, 51.0], [4.1, 51.0], [4.1, 51.1], [4.0, 51.1], [4.0, 51.0]]]


def geojson(properties: dict[str, Any], coordinates: Any = SQUARE, **more: Any) -> bytes:
    feature = {"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": coordinates}}
    return json.dumps({"type": "FeatureCollection", "features": [feature], **more}).encode()


def topojson(transform: dict[str, Any] | None = None) -> bytes:
    """Two unit squares that share the arc in the middle; the right one walks it backwards."""
    arcs = [[[1, 0], [1, 1]], [[1, 1], [0, 1], [0, 0], [1, 0]], [[1, 0], [2, 0], [2, 1], [1, 1]]]
    if transform:
        arcs = [[[1, 0], [0, 1]], [[1, 1], [-1, 0], [0, -1], [1, 0]], [[1, 0], [1, 0], [0, 1], [-1, 0]]]
    left = {"type": "Polygon", "arcs": [[0, 1]], "id": "11001", "properties": {"naam": "Links"}}
    right = {"type": "MultiPolygon", "arcs": [[[2, ~0]]], "id": "11002", "properties": {"naam": "Rechts"}}
    layers = {"gemeenten": {"type": "GeometryCollection", "geometries": [right, left]}}
    document = {"type": "Topology", "arcs": arcs, "objects": layers}
    return json.dumps(document | ({"transform": transform} if transform else {})).encode()


@pytest.mark.parametrize(
    ("properties", "name"),
    [
        ({"NISCODE": "11001", "NAAM": "Aartselaar"}, "Aartselaar"),
        ({"nis": "11001", "naam": "Aartselaar"}, "Aartselaar"),
        ({"CD_MUNTY_REFNIS": "11001", "TX_MUNTY_DESCR_NL": "Aartselaar"}, "Aartselaar"),
        ({"cd_munty_refnis": 11001, "tx_munty_descr_nl": "Aartselaar"}, "Aartselaar"),
        ({"CD_REFNIS": "11001"}, ""),
    ],
)
def test_the_code_is_found_under_the_names_publishers_use(properties: dict[str, Any], name: str) -> None:
    (boundary,) = read_boundaries(geojson(properties))
    assert (boundary.nis, boundary.name) == ("11001", name)
    assert boundary.ground.bounds == (4.0, 51.0, 4.1, 51.1)


def test_lambert_72_becomes_degrees() -> None:
    corners = [[[152000, 200000], [153000, 200000], [153000, 201000], [152000, 201000], [152000, 200000]]]
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::31370"}}
    west, south, east, north = read_boundaries(geojson({"NISCODE": "11001"}, corners, crs=crs))[0].ground.bounds
    assert 4.38 < west < east < 4.42
    assert 51.10 < south < north < 51.13


def test_the_caller_may_name_the_reference_system() -> None:
    corners = [[[152000, 200000], [153000, 200000], [153000, 201000], [152000, 200000]]]
    (boundary,) = read_boundaries(geojson({"NISCODE": "11001"}, corners), crs="EPSG:31370")
    assert 4.3 < boundary.ground.bounds[0] < 4.5


@pytest.mark.parametrize("transform", [None, {"scale": [0.1, 0.1], "translate": [4.0, 51.0]}])
def test_topojson_arcs_become_polygons_that_share_a_border(transform: dict[str, Any] | None) -> None:
    left, right = read_boundaries(topojson(transform))
    assert (left.name, right.name) == ("Links", "Rechts")
    size = 0.1 if transform else 1.0
    assert left.ground.area == pytest.approx(size**2)
    assert left.ground.intersection(right.ground).length == pytest.approx(size)
    if not transform:
        assert left.ground.equals(box(0, 0, 1, 1))


def test_layers_of_a_topology_are_listed() -> None:
    assert layers_in(topojson()) == ("gemeenten",)
    assert layers_in(geojson({"nis": "11001"})) == ()
