"""A set of boundaries is the map of a day, or it is not taken."""

from datetime import date

import pytest
from shapely import Polygon
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from wortel.territory.domain.boundary_check import boundary_problems, without_other_regions
from wortel.territory.domain.plane import geometry_to_degrees
from wortel.territory.domain.schematic import Schema
from wortel.territory.domain.timeline import Timeline

NEW = date(2025, 1, 1)


@pytest.fixture
def grounds(timeline: Timeline, schema: Schema) -> dict[str, BaseGeometry]:
    return {nis: geometry_to_degrees(ground) for nis, ground in schema.municipalities(timeline, NEW).items()}


def test_a_full_set_has_no_problem(timeline: Timeline, grounds: dict[str, BaseGeometry]) -> None:
    assert boundary_problems(timeline, NEW, grounds) == ()


def test_a_map_of_another_day_is_told_code_by_code(timeline: Timeline, grounds: dict[str, BaseGeometry]) -> None:
    problems = {reason.key: reason for reason in boundary_problems(timeline, date(2024, 12, 31), grounds)}
    assert problems["territory.boundaries.not_standing"]["count"] == 12
    assert problems["territory.boundaries.missing"]["count"] == 27


def test_a_polygon_that_crosses_itself_is_named(timeline: Timeline, grounds: dict[str, BaseGeometry]) -> None:
    grounds["11001"] = Polygon([(4, 51), (4.1, 51.1), (4.1, 51), (4, 51.1)])
    (reason,) = boundary_problems(timeline, NEW, grounds)
    assert (reason.key, reason["codes"]) == ("territory.boundaries.invalid", ("11001",))


def test_ground_outside_belgium_is_named(timeline: Timeline, grounds: dict[str, BaseGeometry]) -> None:
    grounds["73109"] = translate(grounds["73109"], 2, 0)
    (reason,) = boundary_problems(timeline, NEW, grounds)
    assert (reason.key, reason["codes"]) == ("territory.boundaries.outside_belgium", ("73109",))


def test_codes_put_on_the_wrong_ground_show_in_their_neighbours(
    timeline: Timeline, grounds: dict[str, BaseGeometry]
) -> None:
    codes = sorted(grounds)
    shuffled = dict(zip(codes, (grounds[nis] for nis in (*codes[30:], *codes[:30])), strict=True))
    (reason,) = boundary_problems(timeline, NEW, shuffled)
    assert reason.key == "territory.boundaries.neighbours"
    assert reason["pairs"]


def test_other_regions_are_left_out(grounds: dict[str, BaseGeometry]) -> None:
    country = {**grounds, "21004": grounds["11001"], "25005": grounds["11001"], "62063": grounds["11001"]}
    assert without_other_regions(country) == grounds
