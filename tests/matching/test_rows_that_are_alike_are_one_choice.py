"""Equal offers, and equal needs, are assigned together and dealt out: as good as one by one, and never too many."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace

import pytest
from drawn import WEIGHTS, need, offer

from wortel.matching.domain.asking import Need, Offer, Place, Stretch
from wortel.matching.domain.conditions import is_feasible
from wortel.matching.domain.scoring import score
from wortel.matching.engine import run as running
from wortel.matching.engine.run import Outcome, Plan, run


def world(seed: int) -> tuple[list[Need], list[Offer]]:
    """A few sorts of needs and offers, most of them several times, in an order that says nothing."""
    chance = random.Random(seed)
    themes = [frozenset({"energie"}), frozenset({"bouw"}), frozenset({"energie", "bouw"})]
    needs, offers = [], []
    for _ in range(4):
        start = chance.randint(8, 12)
        shared: dict[str, object] = {"place": Place(chance.randint(0, 8), 0.0), "themes": chance.choice(themes)}
        one = need(
            "n", **shared, quantity=chance.randint(0, 3), weeks=Stretch(start, start + 3), area=chance.choice("ab")
        )
        needs += [one] * chance.randint(1, 9)
        start = chance.randint(8, 12)
        shared = {"place": Place(chance.randint(0, 8), 0.0), "themes": chance.choice(themes)}
        other = offer("o", **shared, capacity=chance.randint(0, 3), weeks=Stretch(start, start + 3), radius_km=5.0)
        offers += [other] * chance.randint(1, 9)
    names = chance.sample(range(100), 99)
    return (
        [replace(one, id=f"{name:02}") for one, name in zip(needs, names, strict=False)],
        [replace(one, id=f"{name:02}") for one, name in zip(offers, names, strict=False)],
    )


def both_ways(seed: int, plan: Plan, monkeypatch: pytest.MonkeyPatch) -> tuple[Outcome, Outcome]:
    """One row a class where it pays, and row by row."""
    together = run(*world(seed), WEIGHTS, plan)
    with monkeypatch.context() as patch:
        patch.setattr(running, "alike_of", lambda columns: None)
        return together, run(*world(seed), WEIGHTS, plan)


@pytest.mark.parametrize("seed", range(25))
def test_it_is_as_good_and_as_well_explained_as_row_by_row(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    together, apart = both_ways(seed, Plan(), monkeypatch)
    assert together.is_optimal
    assert (together.candidates, together.totals.score) == (apart.candidates, apart.totals.score)
    needs, offers = {one.id: one for one in world(seed)[0]}, {one.id: one for one in world(seed)[1]}
    pairs = [(match.need.id, match.offer.id) for match in together.matches]
    assert pairs == sorted(set(pairs))
    assert all(is_feasible(needs[left], offers[right]) for left, right in pairs)
    assert all(match.score == score(match.need, match.offer, WEIGHTS) for match in together.matches)
    got, load = Counter(left for left, _ in pairs), Counter(right for _, right in pairs)
    assert all(got[name] <= one.quantity for name, one in needs.items())
    assert all(load[name] <= one.capacity for name, one in offers.items())
    for match in together.matches:
        rest = [
            (-score(match.need, other, WEIGHTS), name)
            for name, other in offers.items()
            if is_feasible(match.need, other) and (match.need.id, name) not in set(pairs)
        ]
        assert match.runner_up == ((min(rest)[1], -min(rest)[0]) if rest else None)


@pytest.mark.parametrize("seed", range(8))
def test_a_floor_is_kept_as_well(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = Plan(floors={"a": 0.8}, floor_points=3_000)
    together, apart = both_ways(seed, plan, monkeypatch)
    worth = [one.totals.score - 3_000 * sum(one.below_floor.values()) for one in (together, apart)]
    assert worth[0] == worth[1]
    assert together.is_optimal


def test_an_open_need_is_told_the_same_as_row_by_row(monkeypatch: pytest.MonkeyPatch) -> None:
    needs = [need(f"{nth:02}", weeks=Stretch(20, 22)) for nth in range(9)]
    offers = [offer(f"{nth:02}", capacity=nth // 6) for nth in range(12)]
    together = run(needs, offers, WEIGHTS, Plan())
    with monkeypatch.context() as patch:
        patch.setattr(running, "alike_of", lambda columns: None)
        apart = run(needs, offers, WEIGHTS, Plan())
    assert list(together.unfilled) == list(apart.unfilled)
    assert len(together.unfilled) == 9
    assert together.unfilled[8].offers == ("06",)


def test_more_equal_rows_than_could_be_paired_one_by_one() -> None:
    needs = [need(f"{nth:05}") for nth in range(3_000)]
    offers = [offer(f"{nth:05}", capacity=2) for nth in range(3_000)]
    outcome = run(needs, offers, WEIGHTS, Plan(most_pairs=10, compare=True))
    assert (outcome.candidates, len(outcome.matches), outcome.is_optimal) == (9_000_000, 3_000, True)
    assert outcome.beside["score_first"].score == outcome.totals.score
