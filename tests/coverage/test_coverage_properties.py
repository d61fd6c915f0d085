"""What holds whatever was reported."""

from __future__ import annotations

import random
from datetime import date
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from wortel.coverage.domain.deciding import State
from wortel.coverage.domain.mapping import CoverageMap, coverage_of_map, totals
from wortel.coverage.domain.projection import Projection, map_day
from wortel.coverage.domain.rule import ReachRule
from wortel.coverage.domain.statements import Tally, tally_of_one
from wortel.shell.places import reference_folder
from wortel.territory.domain.timeline import Timeline
from wortel.territory.tables import read_timeline

MAPS = (date(2018, 12, 31), date(2019, 1, 1), date(2025, 1, 1))
# Merging codes of three years (2019 and 2025 mergers), and some that never merged.
CODES = {
    2018: ("44001", "44029", "12030", "37012"),
    2022: ("37012", "37018", "11007", "11002", "44021"),
    2025: ("37021", "11002"),
}
RULES = st.builds(
    ReachRule, st.integers(1, 3), st.sampled_from([frozenset({"recognised"}), frozenset({"recognised", "equivalent"})])
)
SORTS = st.tuples(
    st.sampled_from(["activity", "none"]), st.sampled_from(["recognised", "equivalent", "contested", "withdrawn"])
)


@cache
def timeline() -> Timeline:
    return read_timeline(reference_folder() / "territory")


@cache
def projection(year: int, on: date) -> Projection:
    return Projection.of(timeline(), map_day(timeline(), year), on)


@st.composite
def statements(draw: st.DrawFn, year: int) -> list[Tally]:
    place = st.sampled_from(CODES[year])
    postcode = st.sampled_from(["", "", "8750", "8755", "2000"])
    row = st.builds(lambda nis, code, sort: tally_of_one(nis, code, *sort), place, postcode, SORTS)
    return draw(st.lists(row, max_size=8))


years = st.sampled_from(sorted(CODES))
worlds = years.flatmap(lambda year: st.tuples(st.just(year), statements(year)))


def look(year: int, on: date, tallies: list[Tally], rule: ReachRule) -> CoverageMap:
    return coverage_of_map(projection(year, on), tallies, rule, year, on)


@settings(max_examples=40, deadline=None)
@given(worlds, st.sampled_from(MAPS), RULES, st.sampled_from(["provincie", "referentieregio"]))
def test_totals_add_up_to_the_denominator(
    world: tuple[int, list[Tally]], on: date, rule: ReachRule, scheme: str
) -> None:
    rows = totals(look(world[0], on, world[1], rule), timeline(), scheme)
    assert sum(row.total for row in rows) == len(timeline().municipalities(on))


@settings(max_examples=60, deadline=None)
@given(worlds, st.sampled_from(MAPS), RULES, st.randoms(use_true_random=False))
def test_order_does_not_matter(
    world: tuple[int, list[Tally]], on: date, rule: ReachRule, chance: random.Random
) -> None:
    mixed = list(world[1])
    chance.shuffle(mixed)
    assert look(world[0], on, mixed, rule) == look(world[0], on, world[1], rule)


@settings(max_examples=80, deadline=None)
@given(
    worlds,
    st.sampled_from(MAPS),
    RULES,
    st.sampled_from(["contested", "withdrawn"]),
    st.sampled_from(["activity", "none"]),
)
def test_doubt_never_turns_unknown_into_not_reached(
    world: tuple[int, list[Tally]], on: date, rule: ReachRule, status: str, claim: str
) -> None:
    year, tallies = world
    before = look(year, on, tallies, rule)
    for nis in CODES[year]:
        after = look(year, on, [*tallies, tally_of_one(nis, "", claim, status)], rule)
        for was, now in zip(before.municipalities, after.municipalities, strict=True):
            assert not (was.state is State.UNKNOWN and now.state is State.NOT_REACHED)


@settings(max_examples=80, deadline=None)
@given(worlds, RULES)
def test_what_is_reached_stays_reached_on_a_later_map(world: tuple[int, list[Tally]], rule: ReachRule) -> None:
    year, tallies = world
    then = max(date(year, 12, 31), MAPS[0])
    reached = look(year, then, tallies, rule).in_state(State.REACHED)
    for on in (day for day in MAPS if day > then):
        later = {place.nis: place.state for place in look(year, on, tallies, rule).municipalities}
        for place in reached:
            for successor in timeline().successors(place.nis, on):
                assert later[successor.nis] is State.REACHED


@settings(max_examples=40, deadline=None)
@given(worlds, RULES)
def test_nothing_said_is_unknown(world: tuple[int, list[Tally]], rule: ReachRule) -> None:
    for place in look(world[0], MAPS[2], world[1], rule).municipalities:
        if place.evidence == 0:
            assert place.state is State.UNKNOWN


@settings(max_examples=40, deadline=None)
@given(worlds, st.sampled_from(MAPS), RULES)
def test_counting_a_place_in_one_row_or_in_many_gives_the_same(
    world: tuple[int, list[Tally]], on: date, rule: ReachRule
) -> None:
    together: dict[tuple[str, str], Tally] = {}
    for tally in world[1]:
        before = together.get((tally.nis, tally.postcode), Tally(tally.nis, tally.postcode))
        counts = [old + new for old, new in zip(before[2:9], tally[2:9], strict=True)]
        together[tally.nis, tally.postcode] = Tally(tally.nis, tally.postcode, *counts)
    assert look(world[0], on, list(together.values()), rule) == look(world[0], on, world[1], rule)
