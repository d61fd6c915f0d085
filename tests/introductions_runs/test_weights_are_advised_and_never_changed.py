"""What the engine proposed against what people chose: a choice model, and lines for a rulebook to decide on."""

from __future__ import annotations

import random
from datetime import date
from math import exp

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from listings import AT, need, offer, ran
from scipy.optimize import minimize

from wortel.introductions.domain.choices import Groups, advice_from, advised
from wortel.introductions.domain.logistic import RIDGE, Choice, Fit, fitted, solved
from wortel.introductions.models import Introduction
from wortel.introductions.queries.chosen import comparison_of_year
from wortel.introductions.wording_measures import rulebook_lines, say_comparison
from wortel.kernel.rulebook import parse_rulebook
from wortel.matching.domain.scoring import weights_in_force
from wortel.matching.public import matching_rulebook

SLOW_MACHINE = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])

NAMES = ("themes", "nearness", "ages", "weeks")
WEIGHTS = {"themes": 40, "nearness": 30, "ages": 15, "weeks": 15}
SHARES = st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0])
CHOICES = st.lists(
    st.builds(Choice, values=st.fixed_dictionaries(dict.fromkeys(NAMES, SHARES)), is_taken=st.booleans()),
    min_size=4, max_size=40,
).filter(lambda rows: len({row.is_taken for row in rows}) == 2)  # fmt: skip


@SLOW_MACHINE
@given(CHOICES)
def test_the_fit_is_that_of_an_independent_solver(choices: list[Choice]) -> None:
    rows = np.array([[1.0, *(row.values[name] for name in NAMES)] for row in choices])
    signs = np.array([1.0 if row.is_taken else -1.0 for row in choices])

    def loss(b: np.ndarray) -> float:
        return float(np.logaddexp(0, -signs * (rows @ b)).sum() + RIDGE / 2 * (b[1:] ** 2).sum())

    other = minimize(loss, np.zeros(5), method="BFGS", options={"gtol": 1e-9})
    assert list(fitted(choices, NAMES).effects.values()) == pytest.approx(list(other.x[1:]), abs=1e-3)


@SLOW_MACHINE
@given(st.dictionaries(st.sampled_from(NAMES), st.floats(-20, 20), min_size=4), st.floats(0.01, 5), st.integers(0, 20))
def test_advised_weights_add_up_and_move_by_no_more_than_allowed(
    effects: dict[str, float], error: float, most: int
) -> None:
    found = advised(WEIGHTS, Fit(effects, dict.fromkeys(NAMES, error)), most)
    assert sum(found.values()) == 100
    assert all(abs(found[name] - WEIGHTS[name]) <= most for name in NAMES)
    assert min(found.values()) >= 0


def test_what_people_let_decide_gets_more_weight() -> None:
    found = drawn(lambda values: 6 * values["nearness"] - 3, 1_500)
    compared, advice = advice_from(found, WEIGHTS, 40, 10)
    assert advice is not None
    assert advice["nearness"] == 40
    assert advice["themes"] < 40
    nearness = compared[1]
    assert nearness.taken is not None
    assert nearness.not_taken is not None
    assert nearness.taken > nearness.not_taken + 0.2


def test_where_people_choose_as_the_weights_say_nothing_moves_much() -> None:
    found = drawn(lambda values: sum(WEIGHTS[name] * values[name] for name in NAMES) / 12 - 4.2, 1_500)
    advice = advice_from(found, WEIGHTS, 40, 10)[1]
    assert advice is not None
    assert all(abs(advice[name] - WEIGHTS[name]) <= 4 for name in NAMES)


def test_from_too_few_choices_nothing_is_learnt() -> None:
    found = drawn(lambda values: 9 * values["themes"] - 4, 30)
    assert advice_from(found, WEIGHTS, 40, 10)[1] is None


def test_small_equations_are_solved() -> None:
    assert solved([[0.0, 2.0], [1.0, 1.0]], [2.0, 3.0]) == [2.0, 1.0]


@pytest.mark.django_db
def test_a_year_of_choices_gives_lines_for_the_rulebook_and_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for nth in range(100):
        near = nth % 2 == 0
        row(nth, {"themes": 500, "nearness": 900 if near else 100, "ages": 700, "weeks": 600}, taken=near)
    before = weights_in_force(matching_rulebook(), AT.date())
    found = comparison_of_year(2026, AT.replace(month=12), is_fictional=False)
    assert (found.taken, found.refused) == (50, 50)
    assert found.changes["nearness"] == 40
    rules = parse_rulebook('name = "matching"\n' + rulebook_lines(found, date(2026, 12, 1)))
    assert {rule.key: rule.value for rule in rules.rules}["weight_nearness"] == 40
    assert {rule.valid.start for rule in rules.rules} == {date(2027, 1, 1)}
    assert weights_in_force(matching_rulebook(), AT.date()) == before
    assert "nabijheid van 30 naar 40" in say_comparison(found)[0]


@pytest.mark.django_db
def test_a_run_keeps_how_far_each_criterion_was_met_for_the_comparison() -> None:
    need("n", themes=["energy", "water"])
    offer("o")
    ran()
    Introduction.objects.update(need_agreed_at=AT, offer_agreed_at=AT, state="in_contact")
    found = comparison_of_year(2026, AT.replace(month=12), is_fictional=False)
    assert found.taken == 1
    assert {it.name: it.taken for it in found.criteria} == {"themes": 0.5, "nearness": 1, "ages": 1, "weeks": 1}
    assert found.advice is None


@pytest.mark.django_db
def test_what_people_arranged_is_scored_as_the_engine_would_or_said_to_stand_apart() -> None:
    need("n")
    offer("o")
    offer("other", kind="company_visit")
    row(1, {}, taken=True, origin="elsewhere", need="n", offer="o")
    row(2, {}, taken=True, origin="direct", need="n", offer="other")
    found = comparison_of_year(2026, AT.replace(month=12), is_fictional=False)
    assert (found.by_hand, found.by_hand_apart) == (1, 1)
    assert found.criteria[0].by_hand == 1.0


@pytest.mark.django_db
def test_silence_is_no_refusal() -> None:
    row(1, {"themes": 1, "nearness": 1, "ages": 1, "weeks": 1}, taken=False, state="expired")
    found = comparison_of_year(2026, AT.replace(month=12), is_fictional=False)
    assert (found.refused, found.silent) == (0, 1)


def drawn(score: object, count: int) -> Groups:
    chance = random.Random(7)
    choices = []
    for _ in range(count):
        values = {name: chance.random() for name in NAMES}
        taken = chance.random() < 1 / (1 + exp(-score(values)))  # type: ignore[operator]
        choices.append(Choice(values, taken))
    return Groups([it for it in choices if it.is_taken], [it for it in choices if not it.is_taken], [])


def row(nth: int, values: dict[str, int], *, taken: bool, state: str = "", **changed: str) -> None:
    agreed = AT if taken else None
    Introduction.objects.create(
        ref=f"i{nth}", need_actor="a", offer_actor="b", state=state or ("in_contact" if taken else "declined"),
        proposed_by="engine", proposed_at=AT, state_at=AT, need_agreed_at=agreed, offer_agreed_at=agreed,
        reasons=[{"key": f"matching.{name}", "parameters": {"value": value}} for name, value in values.items()],
        **{"need": f"n{nth}", "offer": f"o{nth}", "origin": "engine", **changed},
    )  # fmt: skip
