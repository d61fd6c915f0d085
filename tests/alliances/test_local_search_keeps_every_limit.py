"""What local search finds is allowed, the same every time, never above the optimum and mostly on it."""

from __future__ import annotations

import pytest
from made_up import problem

from wortel.alliances.domain.candidates import candidates
from wortel.alliances.domain.exact import Differently, best_division
from wortel.alliances.domain.problem import Limits, LimitsUseless, hangs_together
from wortel.alliances.domain.proposing import propose
from wortel.alliances.domain.scoring import Judge
from wortel.alliances.domain.search import searched_division, upper_bound


@pytest.mark.parametrize("seed", range(8))
def test_groups_hang_together_within_the_limits_below_the_bound(seed: int) -> None:
    asked = problem(4, 4, seed, Limits(3, 5, people_most=260_000))
    judge = Judge(asked)
    found = searched_division(asked, judge)
    best = best_division(candidates(asked), asked.wanted, 5.0)
    assert found is not None
    assert best is not None
    placed = [nis for group in found.groups for nis in group]
    assert len(placed) == len(set(placed))
    assert set(placed) | found.left == asked.wanted
    assert all(hangs_together(group, asked.by_nis) and judge.fits(group) for group in found.groups)
    assert found.value - 17 * len(found.left) <= best.value - 17 * len(best.left) + 1e-6
    assert best.value <= upper_bound(asked, judge) + 1e-9
    assert searched_division(asked, Judge(asked)) == found


def test_it_comes_close_to_the_optimum() -> None:
    shares = []
    for seed in range(8):
        asked = problem(4, 4, seed, Limits(3, 5))
        best, found = best_division(candidates(asked), asked.wanted, 5.0), searched_division(asked, Judge(asked))
        assert best is not None
        assert found is not None
        assert not found.left
        shares.append(found.value / best.value)
    assert min(shares) > 0.97
    assert sum(share > 1 - 1e-9 for share in shares) >= 4


def test_another_division_keeps_apart() -> None:
    asked = problem(4, 4, 1, Limits(3, 5))
    judge = Judge(asked)
    first = searched_division(asked, judge)
    assert first is not None
    second = searched_division(asked, judge, [Differently(first.groups, 0.5)])
    if second is not None:
        pairs = sum(len(group) * (len(group) - 1) // 2 for group in first.groups)
        kept = sum(len(a & b) * (len(a & b) - 1) // 2 for a in first.groups for b in second.groups)
        assert kept <= pairs / 2


def test_large_groups_are_searched_and_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wortel.alliances.domain.candidates.MOST", 200)
    monkeypatch.setattr("wortel.alliances.domain.candidates.candidates.__defaults__", (frozenset(), 200))
    found = propose(problem(4, 4, 1, Limits(3, 8)), alternatives=1)[0]
    assert not found.is_proved
    assert found.score <= found.bound


@pytest.mark.parametrize(
    ("size", "limits", "key"),
    [((2, 1), Limits(4, 7), "alliances.too_few_towns"), ((0, 0), Limits(4, 7), "alliances.no_towns")],
)
def test_an_area_too_small_is_refused(size: tuple[int, int], limits: Limits, key: str) -> None:
    with pytest.raises(LimitsUseless) as refused:
        propose(problem(*size, 1, limits))
    assert refused.value.reason.key == key


def test_limits_turned_round_are_refused() -> None:
    with pytest.raises(LimitsUseless):
        Limits(7, 4)
    with pytest.raises(LimitsUseless):
        Limits(2, 4, people_least=9, people_most=3)
