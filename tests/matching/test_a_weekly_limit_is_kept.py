"""An offer that holds so much per week never gets more in one week, and no plan that keeps to that has more points."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations, product

import numpy as np
from drawn import WEIGHTS, need, offer
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from wortel.matching.domain.asking import Need, Offer, Stretch
from wortel.matching.domain.scoring import score
from wortel.matching.domain.slots import fits, timetable
from wortel.matching.engine import weekly
from wortel.matching.public import Outcome, Plan, Standing, resolve, run

LAST = 6
MOST = [None, 1, 1, 2]
WEEKS = st.integers(0, LAST - 1)
Sides = tuple[list[Need], list[Offer]]


@st.composite
def stretches(draw: st.DrawFn) -> Stretch:
    start = draw(st.integers(0, LAST - 1))
    return Stretch(start, draw(st.integers(start + 1, LAST)))


@st.composite
def sides(draw: st.DrawFn) -> Sides:
    counts = st.integers(0, 4)
    needs = [
        need(f"n{nth}", weeks=draw(stretches()), quantity=draw(counts), weight=draw(st.sampled_from([400, 700, 1000])))
        for nth in range(draw(st.integers(1, 7)))
    ]
    offers = [
        offer(
            f"o{nth}", weeks=draw(stretches()), capacity=draw(st.integers(0, 5)), per_week=draw(st.sampled_from(MOST))
        )
        for nth in range(draw(st.integers(1, 3)))
    ]
    return draw(st.permutations(needs)), draw(st.permutations(offers))


def best_by_another_solver(needs: list[Need], offers: list[Offer], taken: Counter[tuple[str, int]]) -> int:
    """Every week by itself: a variable per need, offer and week, solved by HiGHS as a mixed-integer programme."""
    cells = [
        (one, other, week)
        for one, other in product(needs, offers)
        for week in range(max(one.weeks.start, other.weeks.start), min(one.weeks.end, other.weeks.end))
    ]
    if not cells:
        return 0
    rows = [
        *(([one is cell[0] for cell in cells], one.quantity) for one in needs),
        *(([other is cell[1] for cell in cells], other.capacity) for other in offers),
        *(([cell[:2] == pair for cell in cells], 1) for pair in product(needs, offers)),
        *(
            ([cell[1] is other and cell[2] == week for cell in cells], max(0, other.per_week - taken[other.id, week]))
            for other, week in product(offers, range(LAST))
            if other.per_week is not None
        ),
    ]
    points = np.array([-score(one, other, WEIGHTS) for one, other, _ in cells])
    limits = LinearConstraint(np.array([row for row, _ in rows], float), -np.inf, np.array([most for _, most in rows]))
    found = milp(points, constraints=limits, bounds=Bounds(0, 1), integrality=np.ones(len(cells)))
    return round(-found.fun)


def check(outcome: Outcome, taken: Counter[tuple[str, int]]) -> None:
    held = Counter(taken)
    for match in outcome.matches:
        assert (match.week is None) == (match.offer.per_week is None)
        if match.week is not None and match.offer.per_week is not None:
            assert match.need.weeks.start <= match.week < match.need.weeks.end
            assert match.offer.weeks.start <= match.week < match.offer.weeks.end
            held[match.offer.id, match.week] += 1
            assert held[match.offer.id, match.week] <= match.offer.per_week


def told(outcome: Outcome) -> list[tuple[str, str, int | None]]:
    return [(match.need.id, match.offer.id, match.week) for match in outcome.matches]


@settings(max_examples=25, deadline=None)
@given(sides())
def test_the_total_equals_that_of_an_independent_solver_over_single_weeks(
    drawn: Sides,
) -> None:
    outcome = run(*drawn, WEIGHTS, Plan())
    check(outcome, Counter())
    assert outcome.totals.score == best_by_another_solver(*drawn, Counter())
    assert outcome.is_optimal, "the prices per slot do not prove it"


@settings(max_examples=8, deadline=None)
@given(sides())
def test_any_order_of_the_rows_gives_the_same_matches_and_weeks(drawn: Sides) -> None:
    needs, offers = drawn
    assert told(run(needs, offers, WEIGHTS, Plan())) == told(run(needs[::-1], offers[::-1], WEIGHTS, Plan()))


@settings(max_examples=12, deadline=None)
@given(sides(), st.data())
def test_accepted_pairs_take_room_in_their_week(drawn: Sides, data: st.DataObject) -> None:
    needs, offers = drawn
    names = data.draw(st.lists(st.sampled_from(["gone1", "gone2", "gone3"]), unique=True))
    standing = [
        Standing(name, data.draw(st.sampled_from(offers)).id, "accepted", data.draw(st.integers(0, LAST - 1)))
        for name in names
    ]
    taken = Counter((one.offer, one.week) for one in standing if one.week is not None)
    outcome = resolve(needs, offers, standing, WEIGHTS, Plan(), 0)
    check(outcome, Counter())
    left = [replace(it, capacity=max(0, it.capacity - sum(one.offer == it.id for one in standing))) for it in offers]
    assert outcome.totals.score == best_by_another_solver(needs, left, taken)
    assert outcome.is_optimal
    held = Counter((match.offer.id, match.week) for match in outcome.matches if match.week is not None)
    most = {it.id: it.per_week for it in offers}
    assert all(count + taken[key] <= max(taken[key], most[key[0]] or 0) for key, count in held.items())


@settings(max_examples=8, deadline=None)
@given(sides())
def test_proposals_that_stand_stay_when_nothing_changed(drawn: Sides) -> None:
    first = run(*drawn, WEIGHTS, Plan())
    standing = [Standing(match.need.id, match.offer.id, "proposed") for match in first.matches]
    again = resolve(*drawn, standing, WEIGHTS, Plan(), 0)
    assert told(again) == told(first)
    assert again.is_optimal


@settings(max_examples=8, deadline=None)
@given(sides())
def test_proposals_that_fit_in_no_week_are_not_kept(drawn: Sides) -> None:
    needs, offers = drawn
    free = run(needs, [replace(it, per_week=None) for it in offers], WEIGHTS, Plan())
    standing = [Standing(match.need.id, match.offer.id, "proposed") for match in free.matches]
    again = resolve(needs, offers, standing, WEIGHTS, Plan(), 0)
    check(again, Counter())
    assert again.totals.score == best_by_another_solver(needs, offers, Counter())


@settings(max_examples=8, deadline=None)
@given(sides())
def test_without_time_and_in_plain_ways_no_week_is_too_full_either(drawn: Sides) -> None:
    outcome = run(*drawn, WEIGHTS, Plan(seconds=0, compare=True))
    check(outcome, Counter())
    best = best_by_another_solver(*drawn, Counter())
    assert outcome.totals.score <= best <= outcome.bound
    assert all(way.score <= best for way in outcome.beside.values())


@settings(max_examples=150, deadline=None)
@given(
    st.lists(stretches(), min_size=1, max_size=7),
    st.integers(0, 7),
    st.integers(1, 2),
    st.lists(st.integers(0, LAST - 1), max_size=4),
)
def test_an_offer_is_left_without_slots_exactly_when_whatever_it_may_get_fits(
    wanted: list[Stretch], capacity: int, per_week: int, gone: list[int]
) -> None:
    room = weekly._Room(per_week, Counter(gone))
    start, end = (np.array([it[nth] for it in wanted]) for nth in (0, 1))
    binds = weekly._can_bind(start, end, np.ones(len(wanted), np.int64), capacity, room)
    size = min(capacity, len(wanted))
    assert binds == any(not fits(chosen, room.of) for chosen in combinations(wanted, size))


@settings(max_examples=100, deadline=None)
@given(st.lists(stretches(), max_size=5), st.integers(0, 2), st.lists(WEEKS, max_size=3))
def test_a_timetable_is_found_when_there_is_one(wanted: list[Stretch], per_week: int, gone: list[int]) -> None:
    taken = Counter(gone)
    found = timetable(wanted, lambda week: per_week - taken[week])
    ways = product(*(range(it.start, it.end) for it in wanted))
    possible = any(all(n <= per_week - taken[week] for week, n in Counter(way).items()) for way in ways)
    assert (None not in found) == possible
    assert all(week is None or it.start <= week < it.end for it, week in zip(wanted, found, strict=True))
    assert all(n <= per_week - taken[week] for week, n in Counter(w for w in found if w is not None).items())
