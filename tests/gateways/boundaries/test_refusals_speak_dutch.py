"""What is wrong with a boundary file is said in Dutch, whatever the reader underneath calls it."""

from __future__ import annotations

import pytest

from wortel.gateways.boundaries import BoundaryFileRefused, read_boundaries

POINT = b'{"type":"FeatureCollection","features":[{"properties":{"NISCODE":"44021","naam":"\\u001b[31m\\ud800"},"geometry":{"type":"Point"}}]}'  # noqa: E501


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "geen JSON vanaf regel 1, teken 1"),
        (b'{"a": 1,\n}', "geen JSON vanaf regel 2, teken 1"),
        (b"\xb7", "geen JSON in UTF-8"),
        (b'{"a": ' + b"9" * 5000 + b"}", "geen JSON."),
        (b'{"a": NaN}', "geen JSON."),
        (b"[" * 100_000, "te diep"),
        (b'{"type":"FeatureCollection","features":[null]}', "geen hele GeoJSON"),
        (b'{"type":"Topology"}', "geen hele GeoJSON"),
        (b'{"type":"a\\nb"}', "een a?b."),
        (POINT, "(44021 ?[31m?)"),
    ],
)
def test_a_refusal_is_one_dutch_sentence(data: bytes, words: str) -> None:
    with pytest.raises(BoundaryFileRefused) as refused:
        read_boundaries(data)
    said = str(refused.value)
    assert words in said
    assert said.isprintable()
    assert not {"object", "codec", "digits", "Expecting"} & set(said.split())
