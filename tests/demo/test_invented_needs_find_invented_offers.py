"""What the invented organisations ask and offer, and who found whom: shape, marks and stories, for any seed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

import pytest

from wortel.demo.domain.exchange_stories import ROOM, SEVENTH, VISIT, VISITS
from wortel.demo.domain.life import make_life, newest_rows
from wortel.demo.domain.size import Size
from wortel.demo.domain.stories import FIRM, NO_RESEARCH, SCHOOL
from wortel.demo.domain.towns import read_towns
from wortel.demo.domain.world import World
from wortel.demo.parts import read_exchange_parts
from wortel.exchange.domain.wanted import faults
from wortel.introductions.domain.states import STANDING, TRANSITIONS, UNDONE
from wortel.matching.domain.scoring import Weights
from wortel.shell.places import reference_folder
from wortel.territory.public import statistics, timeline

ON = date(2026, 11, 22)
SEEDS = pytest.mark.parametrize("seed", [1, 2, 3])
MakeLife = Any


@pytest.fixture(scope="session")
def life(world: Callable[..., World]) -> MakeLife:
    """The life of a size and a seed on a day, made once per process."""
    parts = read_exchange_parts(reference_folder() / "demo")
    weights = Weights(40, 30, 15, 15, 60)
    return cache(lambda size, seed, on=ON: make_life(world(size, seed), region_of(), parts, weights, on))


@cache
def region_of() -> dict[str, str]:
    return {town.nis: town.region for town in read_towns(timeline(), statistics())}


def state_of(row) -> str:
    state = "proposed"
    for step in row.steps:
        state = TRANSITIONS[state][step.step]
    return state


@SEEDS
def test_the_small_world_has_about_sixty_and_shows_what_can_come_of_them(life: MakeLife, seed: int) -> None:
    small = life(Size.S, seed)
    assert 45 <= len(small.listings) <= 90
    assert {*STANDING, "declined", "dropped", "expired"} <= {state_of(row) for row in small.meetings}


def test_the_large_world_has_five_to_ten_a_municipality(life: MakeLife) -> None:
    assert 5 <= len(life(Size.L, 1).listings) / 285 <= 10


def test_the_same_day_and_seed_give_the_same_life(life: MakeLife) -> None:
    once = life(Size.S, 1)
    life.cache_clear()
    assert life(Size.S, 1) == once
    assert life(Size.S, 2) != life(Size.S, 1)


@pytest.mark.parametrize(
    "on", [date(2026, 9, 1), date(2027, 1, 4), date(2027, 5, 30), date(2027, 7, 20), date(2028, 2, 29)]
)
def test_a_world_can_be_built_on_any_day_of_the_year(life: MakeLife, on: date) -> None:
    built = life(Size.S, 1, on)
    assert not [row.key for row in built.listings if faults(row.wanted, row.wanted.first_on)]
    assert all(row.wanted.first_on <= on < row.wanted.end_on for row in built.listings if not row.is_past)


def test_every_title_is_marked_and_every_name_is_in_the_range_of_the_demo(life: MakeLife) -> None:
    large = life(Size.L, 1)
    assert all(row.wanted.title.endswith("(fictief)") for row in large.listings)
    assert all(row.ref.startswith("demo-") and len(row.ref) <= 24 for row in (*large.listings, *large.meetings))
    assert len({row.ref for row in large.listings}) == len(large.listings)


def test_nobody_is_found_more_often_than_they_offered_or_asked(life: MakeLife) -> None:
    large = life(Size.L, 1)
    quantity = {row.key: row.wanted.quantity for row in large.listings}
    stands = [row for row in large.meetings if state_of(row) not in UNDONE]
    taken = Counter(key for row in stands for key in (row.need, row.offer))
    assert not [key for key, count in taken.items() if count > quantity[key]]


@SEEDS
def test_a_company_that_offers_six_visits_has_six_and_the_seventh_still_asks(life: MakeLife, seed: int) -> None:
    small = life(Size.S, seed)
    visits = [row for row in small.meetings if row.offer == VISIT]
    assert len(visits) == VISITS
    assert all(state_of(row) in STANDING for row in visits)
    asked = {row.key: row for row in small.listings}
    assert asked[VISIT].wanted.quantity == VISITS
    assert not [row for row in small.meetings if row.need == SEVENTH]


@SEEDS
def test_a_firm_and_a_school_ask_for_each_other_and_have_not_met_yet(life: MakeLife, seed: int) -> None:
    small = life(Size.S, seed)
    both = {row.key: row.wanted for row in small.listings if row.key in (f"{SCHOOL}/mentor", f"{FIRM}/mentor")}
    assert {it.side for it in both.values()} == {"need", "offer"}
    assert not [row for row in small.meetings if row.need in both or row.offer in both]


def test_a_teacher_asks_on_a_tuesday_evening(life: MakeLife) -> None:
    asked = next(row for row in life(Size.S, 1).listings if row.key == f"{SCHOOL}/dinsdag")
    assert asked.wanted.moments == ("tue_evening",)


def test_one_who_asked_the_library_moved_and_one_never_answered(life: MakeLife) -> None:
    came_of_it = sorted(state_of(row) for row in life(Size.S, 1).meetings if row.offer == ROOM)
    assert came_of_it == ["dropped", "expired"]


def test_in_one_region_nobody_does_research_and_its_schools_look_for_it(world, life: MakeLife) -> None:
    rows = newest_rows(world(Size.L, 1)).values()
    there = {row.kind for row in rows if region_of()[row.nis] == NO_RESEARCH}
    assert "secondary_school" in there
    assert not there & {"research_institute", "university_college", "university"}
    assert [row for row in life(Size.L, 1).listings if row.key.endswith("/onderzoek")]
