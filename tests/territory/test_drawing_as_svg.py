"""Ground becomes path text with whole coordinates that fit their neighbours and the frame."""

import re
from datetime import date

from shapely import Polygon, box

from wortel.territory.domain.drawing import HEIGHT, WIDTH, dot, path, paths, simplified
from wortel.territory.domain.schematic import Schema, dissolved
from wortel.territory.domain.timeline import Timeline

NEW = date(2025, 1, 1)


def corners(text: str) -> list[list[tuple[int, int]]]:
    """The rings of a path, in absolute units."""
    rings = []
    for ring in re.findall(r"M([^z]*)z", text):
        numbers = [int(number) for number in re.findall(r"-?\d+", ring)]
        x, y = numbers[:2]
        found = [(x, y)]
        for step_x, step_y in zip(numbers[2::2], numbers[3::2], strict=True):
            x, y = x + step_x, y + step_y
            found.append((x, y))
        rings.append(found)
    return rings


def test_a_square_is_a_start_and_three_steps() -> None:
    left, top = dot(0, 1)
    assert corners(path(box(0, 0, 1, 1))) == [[(left + 10, top + 10), (left + 10, top), (left, top), (left, top + 10)]]


def test_a_hole_is_a_second_ring() -> None:
    ring = Polygon(box(0, 0, 9, 9).exterior, [box(3, 3, 6, 6).exterior.coords])
    assert len(corners(path(ring))) == 2


def test_ground_too_small_to_see_draws_nothing() -> None:
    assert path(box(0, 0, 0.01, 0.01)) == ""


def test_neighbours_share_their_corners() -> None:
    drawn = paths({"a": box(0, 0, 1.23, 1), "b": box(1.23, 0, 2, 1)})
    assert len(set(corners(drawn["a"])[0]) & set(corners(drawn["b"])[0])) == 2


def test_the_map_of_flanders_fits_its_frame_and_ninety_kilobytes(timeline: Timeline, schema: Schema) -> None:
    drawn = paths(schema.municipalities(timeline, NEW))
    dots = [place for text in drawn.values() for ring in corners(text) for place in ring]
    assert all(drawn.values())
    assert sum(map(len, drawn.values())) < 90_000
    assert min(x for x, _ in dots) >= 0
    assert min(y for _, y in dots) >= 0
    assert max(x for x, _ in dots) <= WIDTH
    assert max(y for _, y in dots) <= HEIGHT


def test_outlines_of_provinces_lie_on_the_borders_of_their_municipalities(timeline: Timeline, schema: Schema) -> None:
    simple = simplified(schema.municipalities(timeline, NEW))
    areas = {place.nis: timeline.area_of(place.nis, "provincie", NEW) for place in timeline.municipalities(NEW)}
    provinces = dissolved(simple, {nis: area.code for nis, area in areas.items() if area})
    borders = {place for ground in simple.values() for ring in corners(path(ground)) for place in ring}
    outlines = {place for ground in provinces.values() for ring in corners(path(ground)) for place in ring}
    assert len(provinces) == 5
    assert outlines <= borders
