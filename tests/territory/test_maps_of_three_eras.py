"""How many municipalities stand on each map, and how the codes chain from one map to the next."""

from datetime import date

import pytest

from wortel.territory.domain.refusals import BeforeFirstMap
from wortel.territory.domain.timeline import Timeline

OLD, MIDDLE, NEW = date(2018, 12, 31), date(2024, 12, 31), date(2025, 1, 1)


@pytest.mark.parametrize(
    ("on", "count"),
    [(OLD, 308), (date(2019, 1, 1), 300), (MIDDLE, 300), (NEW, 285), (date(2031, 6, 1), 285)],
)
def test_the_number_of_municipalities_is_that_of_the_day(timeline: Timeline, on: date, count: int) -> None:
    found = timeline.municipalities(on)
    assert len(found) == count
    assert [place.nis for place in found] == sorted(place.nis for place in found)


@pytest.mark.parametrize(("on", "count"), [(date(2019, 1, 1), 300), (NEW, 285)])
def test_everyone_on_the_first_map_has_one_successor_and_together_they_are_the_later_map(
    timeline: Timeline, on: date, count: int
) -> None:
    successors = [timeline.successors(place.nis, on) for place in timeline.municipalities(OLD)]
    assert all(len(found) == 1 for found in successors)
    assert len({found[0] for found in successors}) == count


def test_every_old_code_is_a_predecessor_of_exactly_one_new_one(timeline: Timeline) -> None:
    codes = [old.nis for new in timeline.municipalities(NEW) for old in timeline.predecessors(new.nis, OLD)]
    assert sorted(codes) == [place.nis for place in timeline.municipalities(OLD)]


def test_a_day_before_the_first_map_is_a_fact_that_names_the_first_day(timeline: Timeline) -> None:
    with pytest.raises(BeforeFirstMap) as refusal:
        timeline.municipalities(date(2018, 12, 30))
    assert refusal.value.first == OLD


def test_a_map_holds_until_the_next_merger(timeline: Timeline) -> None:
    span = timeline.map_span(date(2022, 5, 5))
    assert (span.start, span.end) == (date(2019, 1, 1), NEW)
    assert timeline.map_span(NEW).end is None
