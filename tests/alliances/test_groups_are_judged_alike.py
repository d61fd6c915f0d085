"""Judging many groups at once gives what judging one gives; every allowed group is found once."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from made_up import EVEN, grid, problem, ties

from wortel.alliances.domain.candidates import TooMany, candidates
from wortel.alliances.domain.fitting import best_around
from wortel.alliances.domain.problem import (
    Limits,
    LimitsUseless,
    Problem,
    hangs_together,
    ties_of_bodies,
)
from wortel.alliances.domain.scoring import Judge


@pytest.mark.parametrize("seed", range(4))
def test_every_connected_group_is_found_once_with_its_score(seed: int) -> None:
    asked = problem(3, 3, seed, Limits(2, 5, people_most=150_000))
    judge, found = Judge(asked), candidates(asked)
    groups = [found.towns(row) for row in range(len(found))]
    assert len(set(groups)) == len(groups)
    assert set(groups) == {
        frozenset(some)
        for size in range(2, 6)
        for some in combinations(sorted(asked.wanted), size)
        if hangs_together(frozenset(some), asked.by_nis) and judge.fits(frozenset(some))
    }
    for row, codes in enumerate(groups):
        assert found.score[row] == pytest.approx(judge.group(codes).score)
        assert found.is_whole[row] == judge.group(codes).is_whole


def test_unknown_inhabitants_hinder_nobody_and_count_towns() -> None:
    towns = grid(3, 2, 1)
    towns[0] = replace(towns[0], people=None)
    asked = Problem.of(towns, (), Limits(2, 3, people_most=1), EVEN)
    judge, found = Judge(asked), candidates(asked)
    assert asked.aim_people is None
    assert all(towns[0].nis in found.towns(row) for row in range(len(found)))
    assert judge.group([town.nis for town in towns[:2]]).people is None


def test_without_any_tie_ties_do_not_count() -> None:
    asked = Problem.of(grid(2, 2, 1), (), Limits(2, 4), EVEN)
    group = Judge(asked).group(asked.wanted)
    assert group.ties is None
    expected = (30 * group.helix + 30 * group.travel + 20 * group.balance) / 80
    assert group.score == pytest.approx(expected)


def test_too_many_groups_are_not_written_out() -> None:
    with pytest.raises(TooMany):
        candidates(problem(5, 5, 1, Limits(3, 9)), most=500)


def test_a_large_body_ties_less() -> None:
    small, large = frozenset("abc"), frozenset("abcdefghijklmnopqrst")
    found = {(tie.a, tie.b): tie.strength for tie in ties_of_bodies([small, large], frozenset("abd"), 10, 3)}
    assert found == {("a", "b"): pytest.approx(1.5 / 3), ("a", "d"): pytest.approx(0.5 / 3),
                     ("b", "d"): pytest.approx(0.5 / 3)}  # fmt: skip


def test_the_best_group_around_a_town_is_the_best_of_all() -> None:
    towns = grid(3, 3, 4)
    asked = Problem.of(towns, ties(towns, 4), Limits(3, 4), EVEN)
    judge, chosen = Judge(asked), towns[4].nis
    possible = [
        judge.group(some)
        for size in (3, 4)
        for some in combinations(sorted(asked.wanted), size)
        if chosen in some and hangs_together(frozenset(some), asked.by_nis)
    ]
    best = max(possible, key=lambda group: (group.is_whole, group.score))
    found = best_around(asked, frozenset({chosen}))
    assert found.groups[0] == best
    assert all(chosen in group.towns for group in found.groups)
    assert found.is_proved


@pytest.mark.parametrize(
    ("limits", "chosen", "key"),
    [
        (Limits(2, 3), {"10100", "12102"}, "alliances.chosen_apart"),
        (Limits(2, 2), {"10100", "10101", "10102"}, "alliances.chosen_too_many"),
    ],
)
def test_what_cannot_be_is_refused_with_a_reason(limits: Limits, chosen: set[str], key: str) -> None:
    with pytest.raises(LimitsUseless) as refused:
        best_around(Problem.of(grid(3, 3, 1), (), limits, EVEN), frozenset(chosen))
    assert refused.value.reason.key == key
