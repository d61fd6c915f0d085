from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from wortel.demo.domain.prospects import REACHED_2020, YEARS, Prospect, plan
from wortel.demo.domain.size import Size
from wortel.demo.domain.stories import FIXED
from wortel.territory.public import timeline


@pytest.mark.parametrize("seed", [1, 5])
@pytest.mark.parametrize(("year", "reached"), [(2019, 162), (2020, 221), (2021, 220), (2022, 221)])
def test_as_many_municipalities_are_reached_as_was_published(world, states, seed: int, year: int, reached: int) -> None:
    assert Counter(states(world(Size.L, seed), year).values())["reached"] == reached


def test_the_provinces_of_2020_are_as_published(flanders, states) -> None:
    found = states(flanders, 2020)
    day = date(2020, 12, 31)
    for province, number in REACHED_2020.items():
        members = timeline().members("provincie", province, day)
        assert sum(found[place.nis] == "reached" for place in members) == number


def test_every_state_occurs_every_year_and_silence_most_of_all_that_are_not_reached(flanders, states) -> None:
    for year in YEARS:
        found = Counter(states(flanders, year).values())
        assert set(found) == {"reached", "contested", "not_reached", "unknown"}
        assert found["unknown"] > found["not_reached"] > found["contested"] > 0


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_three_to_six_in_a_hundred_leave_each_year(seed: int) -> None:
    planned = plan(seed, timeline(), FIXED)
    for year in range(2021, 2027):
        day = date(year, 12, 31)
        before = {nis for (of, nis), prospect in planned.items() if (of, prospect) == (year - 1, Prospect.REACHED)}
        carried = {after.nis for nis in before for after in timeline().successors(nis, day)}
        left = [nis for nis in carried if planned[year, nis] is not Prospect.REACHED]
        assert 0.025 <= len(left) / len(carried) <= 0.07


def test_statements_stand_on_codes_and_postcodes_of_their_own_year(flanders) -> None:
    for row in flanders.evidence:
        day = date(row.year, 12, 31)
        timeline().municipality(row.nis, day)
        assert not row.postcode or row.postcode in {code.code for code in timeline().postcodes_of(row.nis, day)}
        assert row.happened_on is None or row.happened_on.year == row.year


def test_one_in_twenty_statements_is_contested_and_one_in_twenty_withdrawn(flanders) -> None:
    statuses = Counter(row.status for row in flanders.evidence)
    for status in ("contested", "withdrawn"):
        assert statuses[status] / len(flanders.evidence) == pytest.approx(0.05, abs=0.015)
