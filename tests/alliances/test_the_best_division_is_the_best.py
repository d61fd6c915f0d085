"""The integer programme against trying every division, on worlds small enough for that."""

from __future__ import annotations

import pytest
from made_up import EVEN, every_division, grid, problem, ties

from wortel.alliances.domain.candidates import candidates
from wortel.alliances.domain.exact import Differently, best_division
from wortel.alliances.domain.problem import Limits, Problem
from wortel.alliances.domain.proposing import propose
from wortel.alliances.domain.scoring import Judge

WORLDS = [(3, 3, 1), (3, 3, 2), (2, 4, 3), (4, 2, 4), (3, 3, 5), (5, 2, 6), (3, 4, 7)]


def worth(asked: Problem, division: tuple[frozenset[str], ...]) -> float:
    judge = Judge(asked)
    return sum(len(group) * judge.group(group).score for group in division)


@pytest.mark.parametrize(("width", "height", "seed"), WORLDS)
def test_no_division_is_worth_more(width: int, height: int, seed: int) -> None:
    asked = problem(width, height, seed)
    best = max(worth(asked, division) for division in every_division(asked))
    found = best_division(candidates(asked), asked.wanted, 5.0)
    assert found is not None
    assert found.is_proved
    assert not found.left
    assert found.value == pytest.approx(best, abs=1e-6)
    assert worth(asked, found.groups) == pytest.approx(best, abs=1e-6)


@pytest.mark.parametrize(("width", "height", "seed"), WORLDS)
def test_no_other_division_that_differs_as_much_is_worth_more(width: int, height: int, seed: int) -> None:
    asked = problem(width, height, seed)
    pool = candidates(asked)
    first = best_division(pool, asked.wanted, 5.0)
    assert first is not None
    pairs = sum(len(group) * (len(group) - 1) // 2 for group in first.groups)
    others = [
        worth(asked, division)
        for division in every_division(asked)
        if sum(
            len(group & old) * (len(group & old) - 1) // 2 for group in division for old in first.groups
        ) <= 0.5 * pairs
    ]  # fmt: skip
    second = best_division(pool, asked.wanted, 5.0, [Differently(first.groups, 0.5)])
    assert second is not None
    if second.left:
        assert others == []
    else:
        assert second.value == pytest.approx(max(others), abs=1e-6)


@pytest.mark.parametrize("seed", range(6))
def test_the_whole_helix_goes_before_the_score(seed: int) -> None:
    """Where every group can be whole, every group is; the best of those divisions is chosen."""
    asked = problem(3, 3, seed, share=0.75)
    judge = Judge(asked)
    whole = [division for division in every_division(asked) if all(judge.group(group).is_whole for group in division)]
    found = propose(asked, effort=5.0, alternatives=1)[0]
    if whole:
        assert found.whole == len(found.groups)
        assert found.score * 9 == pytest.approx(max(worth(asked, division) for division in whole), abs=1e-6)
    else:
        assert found.score * 9 == pytest.approx(max(worth(asked, each) for each in every_division(asked)), abs=1e-6)


def test_the_order_of_the_rows_changes_nothing() -> None:
    towns = grid(4, 4, 3)
    known = ties(towns, 3)
    one = Problem.of(towns, known, Limits(3, 5), EVEN)
    other = Problem.of(reversed(towns), reversed(known), Limits(3, 5), EVEN)
    assert one == other
    assert propose(one) == propose(other)


def test_a_town_nobody_touches_is_left_over_and_told() -> None:
    towns = grid(3, 3, 1)
    island = towns[0].__class__("99999", 90, 90, 5_000, frozenset(), frozenset())
    found = propose(Problem.of([*towns, island], (), Limits(3, 5), EVEN))[0]
    assert [(each.nis, each.reason.key) for each in found.left] == [("99999", "alliances.left_alone")]
    assert sum(len(group.towns) for group in found.groups) == 9


def test_alternatives_share_at_most_half_of_their_pairs() -> None:
    asked = problem(5, 4, 2, Limits(3, 5))
    found = propose(asked, effort=5.0)
    assert len(found) == 3
    for place, one in enumerate(found):
        for other in found[:place]:
            old = [frozenset(group.towns) for group in other.groups]
            pairs = sum(len(group) * (len(group) - 1) / 2 for group in old)
            kept = sum(
                len(group & frozenset(new.towns)) * (len(group & frozenset(new.towns)) - 1) / 2
                for group in old
                for new in one.groups
            )
            assert kept <= 0.5 * pairs
        assert one.score <= found[0].score + 1e-9 or one.whole < found[0].whole
