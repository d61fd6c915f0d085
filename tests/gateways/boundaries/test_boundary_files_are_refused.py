"""A file that is wrong is refused whole, in one sentence that names what is wrong."""

import json
import re
from typing import Any

import pytest

from wortel.gateways.boundaries import BoundaryFileRefused, read_boundaries, reading

RING = [[4.0, 51.0], [4.1, 51.0], [4.1, 51.1], [4.0, 51.0]]
POLYGON = {"type": "Polygon", "coordinates": [RING]}


def feature(nis: object = "11001", geometry: Any = POLYGON) -> dict[str, Any]:
    return {"type": "Feature", "properties": {"NISCODE": nis}, "geometry": geometry}


def collection(*features: Any, **more: Any) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features, **more}).encode()


def topology(arcs: Any, used: Any, **more: Any) -> bytes:
    shape = {"type": "Polygon", "arcs": used, "id": "11001"}
    return json.dumps({"type": "Topology", "arcs": arcs, "objects": {"a": shape}, **more}).encode()


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "json"),
        (b"\xff\xfe", "json"),
        (b"nis;naam\n11001;Aartselaar", "json"),
        (b'{"type": "FeatureCollection", "features": [NaN]}', "json"),
        (b"[1, 2]", "kind"),
        (b'{"type": "Feature"}', "kind"),
        (b"[" * 100_000, "depth"),
        (collection(), "empty"),
        (b'{"type": "FeatureCollection"}', "shape"),
        (b'{"type": "FeatureCollection", "features": [1]}', "shape"),
        (b'{"type": "Topology", "objects": [], "arcs": []}', "layer"),
        (collection(feature("aartselaar")), "code"),
        (collection(feature(True)), "code"),
        (collection(feature(), feature()), "double"),
        (collection(feature(geometry=None)), "geometry"),
        (collection(feature(geometry={"type": "Point", "coordinates": [4, 51]})), "geometry"),
        (collection(feature(geometry={"type": "Polygon", "coordinates": [[[4, 51]]]})), "coordinates"),
        (collection(feature(geometry={"type": "Polygon", "coordinates": []})), "coordinates"),
        (collection(feature(geometry={"type": "Polygon", "coordinates": "x"})), "coordinates"),
        (
            collection(
                feature(geometry={"type": "Polygon", "coordinates": [[[1e6, 2e5], [2e6, 2e5], [2e6, 3e5], [1e6, 2e5]]]})
            ),
            "crs",
        ),
        (collection(feature(), crs={"type": "name", "properties": {"name": "EPSG:0"}}), "crs"),
        (topology([RING], [[1]]), "arcs"),
        (topology([RING], [[-5]]), "arcs"),
        (topology([RING[:2], RING[2:]], [[0, 1]]), "arcs"),
        (topology([RING[:2]], [[0]]), "arcs"),
        (topology([RING], [[]]), "arcs"),
        (topology([RING], [["x"]]), "shape"),
        (topology("x", [[0]]), "shape"),
        (
            topology(
                [[[10**400, 0], [1, 1], [2, 2], [3, 3]]], [[0]], transform={"scale": [1.5, 1], "translate": [0, 0]}
            ),
            "shape",
        ),
    ],
)
def test_what_is_wrong_is_said(data: bytes, key: str) -> None:
    with pytest.raises(BoundaryFileRefused) as refusal:
        read_boundaries(data)
    assert refusal.value.reason.key == f"boundaries.{key}"
    assert re.fullmatch(r"[A-Z0-9].*\. [A-Z].*\.", str(refusal.value))  # What is wrong. What to do.


def test_the_feature_is_named() -> None:
    with pytest.raises(BoundaryFileRefused, match=r"Object 2 .*11002"):
        read_boundaries(collection(feature(), feature("11002", {"type": "Polygon", "coordinates": [[[4, 51]]]})))


def test_a_layer_has_to_be_named_when_there_are_two() -> None:
    layers = {name: {"type": "GeometryCollection", "geometries": []} for name in ("gemeenten2018", "gemeenten2025")}
    data = json.dumps({"type": "Topology", "arcs": [], "objects": layers}).encode()
    with pytest.raises(BoundaryFileRefused, match="gemeenten2018, gemeenten2025"):
        read_boundaries(data)


def test_too_many_features_and_too_many_bytes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = collection(feature("11001"), feature("11002"))
    monkeypatch.setattr(reading, "MAX_FEATURES", 1)
    with pytest.raises(BoundaryFileRefused, match="2 objecten"):
        read_boundaries(data)
    monkeypatch.setattr(reading, "MAX_BYTES", 10)
    with pytest.raises(BoundaryFileRefused, match="groter"):
        read_boundaries(data)
