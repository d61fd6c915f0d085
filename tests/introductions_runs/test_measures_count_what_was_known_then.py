"""Measures: filled, answered, far, again, spread; from facts as they stood at one instant."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from listings import AT, BALEN, need, offer

from wortel.introductions.domain.measures import Brought, Filled, Posted, filled_need, grouped, measures_of
from wortel.introductions.domain.run_scope import RunScope
from wortel.introductions.domain.spread import gini, quartiles, share_of_busiest
from wortel.introductions.models import Feedback, Introduction, Step
from wortel.introductions.queries.measured import facts
from wortel.kernel.span import Span

ON = date(2026, 11, 22)
OPENED = datetime(2026, 11, 1, 9, tzinfo=UTC)
NEED = Posted("n", "school", "guest_lesson", "44021", "education", 2, OPENED, ON, date(2027, 1, 1))
BROUGHT = Brought("n", "o", "school", "company", "done", OPENED, planned_on=date(2026, 11, 20), km=4.0)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"state": "done"}, Filled(2, 1, 0)),
        ({"state": "done", "happened": False}, Filled(2, 0, 0)),
        ({"state": "confirmed", "planned_on": date(2026, 12, 1)}, Filled(2, 1, 0)),
        ({"state": "confirmed", "planned_on": date(2026, 11, 20)}, Filled(2, 0, 1)),
        ({"state": "confirmed", "planned_on": date(2026, 11, 20), "happened": True}, Filled(2, 0, 0)),
        ({"state": "in_contact"}, Filled(2, 0, 0)),
        ({"state": "declined"}, Filled(2, 0, 0)),
    ],
)
def test_filled_is_what_took_place_or_is_agreed_and_the_rest_is_unknown_or_open(
    changed: dict[str, object], expected: Filled
) -> None:
    assert filled_need(NEED, [replace(BROUGHT, **changed)], ON) == expected


def test_a_need_is_never_filled_more_than_it_asked() -> None:
    assert filled_need(NEED, [BROUGHT] * 5, ON) == Filled(2, 2, 0)


def test_unknown_is_not_filled_and_is_told_beside_it() -> None:
    filled = Filled(10, 4, 3)
    assert (filled.rate, filled.unknown) == (0.4, 3)
    assert Filled().rate is None


def test_a_pair_is_again_when_it_worked_together_before_or_twice() -> None:
    twice = [BROUGHT, replace(BROUGHT, offer="p")]
    other = replace(BROUGHT, need="m", need_actor="club")
    needs = [NEED, replace(NEED, ref="m", actor="club")]
    assert measures_of(needs, [], [*twice, other], [], ON, 1).again.again == 1
    assert measures_of(needs, [], [*twice, other], [other], ON, 1).again.again == 2


def test_the_first_answer_is_counted_from_the_moment_the_need_was_opened() -> None:
    answered = [replace(BROUGHT, answered_at=OPENED + timedelta(days=days)) for days in (9, 3)]
    told = measures_of([NEED], [], answered, [], ON, 1)
    assert told.answer.middle == 3


def test_under_the_least_number_of_cases_no_spread_is_told() -> None:
    offers = [replace(NEED, ref=f"o{nth}", actor=f"a{nth}") for nth in range(4)]
    told = measures_of([NEED], offers, [BROUGHT], [], ON, 5)
    assert told.answer.middle is None
    assert (told.load.gini, told.load.busiest_tenth) == (None, None)
    assert told.load.never == ("a0", "a1", "a2", "a3")


def test_what_is_grouped_adds_up_to_the_whole() -> None:
    needs = [NEED, replace(NEED, ref="m", kind="company_visit", quantity=3)]
    rows = grouped(needs, [BROUGHT], ON, 1, lambda it: it.kind)
    assert rows["guest_lesson"][0] + rows["company_visit"][0] == Filled(5, 1, 0)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.integers(0, 10**6).map(lambda it: it / 8), min_size=1, max_size=30))
def test_quartiles_are_those_of_numpy(values: list[float]) -> None:
    found = quartiles(values)
    assert [found.low, found.middle, found.high] == pytest.approx(list(np.percentile(values, [25, 50, 75])))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.integers(0, 30), min_size=1, max_size=30))
def test_the_gini_is_the_mean_difference_between_any_two(loads: list[int]) -> None:
    found = gini(loads)
    if not sum(loads):
        assert found is None
        return
    differences = sum(abs(one - other) for one in loads for other in loads)
    assert found == pytest.approx(differences / (2 * len(loads) * sum(loads)))


def test_the_busiest_tenth_is_at_least_one_organisation() -> None:
    assert share_of_busiest([8, 1, 1]) == 0.8
    assert share_of_busiest([1] * 20) == 0.1
    assert share_of_busiest([0, 0]) is None


@pytest.mark.django_db
def test_the_same_question_about_a_past_day_gives_the_same_answer_whatever_happened_since() -> None:
    need("n", quantity=1)
    offer("o")
    row = brought("n", "o", "done", AT)
    Step.objects.create(introduction=row, step="proposed", state="proposed", at=AT)
    Step.objects.create(introduction=row, step="finished", state="done", at=AT + timedelta(days=5))
    Feedback.objects.create(introduction=row, side="need", happened=True, at=AT + timedelta(days=6))
    then, later = (told(AT + timedelta(days=days)) for days in (1, 7))
    assert (then.filled.filled, later.filled.filled) == (0, 1)


@pytest.mark.django_db
def test_a_region_counts_its_own_needs_and_its_own_offers() -> None:
    need("n")
    need("elsewhere", at=BALEN)
    offer("o")
    offer("p", at=BALEN)
    brought("elsewhere", "o", "proposed", AT)
    found = facts(RunScope("referentieregio", "REFREG13"), Span.of_year(2026), AT, is_fictional=False)
    assert [it.ref for it in found.needs] == ["n"]
    assert [it.ref for it in found.offers] == []  # possible in 2027 only
    found = facts(RunScope("referentieregio", "REFREG13"), Span.of_year(2027), AT + timedelta(90), is_fictional=False)
    assert [it.ref for it in found.offers] == ["o"]


@pytest.mark.django_db
def test_the_facts_are_read_in_a_fixed_number_of_statements(django_assert_max_num_queries: object) -> None:
    for nth in range(12):
        need(f"n{nth:02}")
        offer(f"o{nth:02}", first_on=date(2026, 12, 1))
        brought(f"n{nth:02}", f"o{nth:02}", "proposed", AT)
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        found = facts(RunScope(), Span.of_year(2026), AT, is_fictional=False)
    assert (len(found.needs), len(found.offers), len(found.brought)) == (12, 12, 12)


def told(at: datetime) -> object:
    found = facts(RunScope(), Span.of_year(2026), at, is_fictional=False)
    return measures_of(found.needs, found.offers, found.brought, found.earlier, at.date(), 1)


def brought(asked: str, possible: str, state: str, at: datetime) -> Introduction:
    return Introduction.objects.create(
        ref=f"i-{asked}-{possible}"[:24], need=asked, offer=possible, need_actor="school", offer_actor="company",
        state=state, origin="engine", proposed_by="engine", proposed_at=at, state_at=at, need_agreed_at=at,
        offer_agreed_at=at, planned_on=at.date(),
    )  # fmt: skip
