"""A drawing of Flanders from points alone: everyone has ground, nobody overlaps, Brussels is left open."""

from datetime import date

import pytest
import shapely
from shapely import Point

from wortel.territory.domain.boundary_check import touching
from wortel.territory.domain.plane import geometry_to_degrees, to_plane
from wortel.territory.domain.schematic import Schema, dissolved
from wortel.territory.domain.timeline import Timeline

NEW = date(2025, 1, 1)


@pytest.mark.parametrize("on", [date(2018, 12, 31), date(2019, 1, 1), NEW])
def test_every_municipality_of_the_day_has_ground_and_none_overlap(
    timeline: Timeline, schema: Schema, on: date
) -> None:
    grounds = schema.municipalities(timeline, on)
    assert sorted(grounds) == [place.nis for place in timeline.municipalities(on)]
    assert all(ground.is_valid and not ground.is_empty for ground in grounds.values())
    assert shapely.coverage_is_valid(list(grounds.values()))


def test_flanders_has_about_its_true_surface(timeline: Timeline, schema: Schema) -> None:
    surface = sum(ground.area for ground in schema.municipalities(timeline, NEW).values())
    assert 13_000 < surface < 14_300  # 13,626 km2 according to Statbel


def test_brussels_is_the_only_hole_and_voeren_lies_apart(timeline: Timeline, schema: Schema) -> None:
    flanders = shapely.union_all(list(schema.municipalities(timeline, NEW).values()))
    voeren, mainland = sorted(shapely.get_parts(flanders), key=lambda part: part.area)
    assert len(mainland.interiors) == 1
    grand_place = Point(to_plane(50.8467, 4.3525))
    assert not flanders.contains(grand_place)
    assert shapely.Polygon(mainland.interiors[0]).contains(grand_place)
    assert voeren.equals(schema.municipalities(timeline, NEW)["73109"])


def test_most_true_neighbours_touch(timeline: Timeline, schema: Schema) -> None:
    grounds = {nis: geometry_to_degrees(ground) for nis, ground in schema.municipalities(timeline, NEW).items()}
    pairs = (
        (place.nis, other.nis)
        for place in timeline.municipalities(NEW)
        for other in timeline.neighbours(place.nis, NEW)
    )
    true_pairs = {pair for pair in pairs if pair[0] < pair[1]}
    assert len(true_pairs & touching(grounds)) / len(true_pairs) > 0.93


def test_the_same_points_give_the_same_map(timeline: Timeline, schema: Schema) -> None:
    again = Schema.of(reversed(list(timeline.localities.by_part.values())))
    assert again.municipalities(timeline, NEW) == schema.municipalities(timeline, NEW)


def test_areas_are_their_municipalities_joined(timeline: Timeline, schema: Schema) -> None:
    provinces = schema.areas(timeline, "provincie", NEW)
    grounds = schema.municipalities(timeline, NEW)
    province_of = {
        place.nis: area.code
        for place in timeline.municipalities(NEW)
        if (area := timeline.area_of(place.nis, "provincie", NEW))
    }
    joined = dissolved(grounds, province_of)
    assert sorted(provinces) == sorted(joined)
    assert all(provinces[code].area == pytest.approx(joined[code].area) for code in joined)
