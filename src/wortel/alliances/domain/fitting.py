"""Which alliance fits best around some chosen municipalities: one group that holds them all, and others unlike it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from wortel.alliances.domain.candidates import TooMany, candidates
from wortel.alliances.domain.problem import LimitsUseless, Problem, components
from wortel.alliances.domain.scoring import Group, Judge
from wortel.kernel.reason import Reason

BEAM = 120


@dataclass(frozen=True, slots=True)
class Fitting:
    """Groups around the chosen towns, the best first. `is_proved`: all groups were compared, not only a beam."""

    groups: tuple[Group, ...]
    is_proved: bool


def best_around(problem: Problem, chosen: frozenset[str], alternatives: int = 3) -> Fitting:
    """The best groups that hold all chosen towns: with the whole helix before others, then by score.

    A next one shares with each one before at most `kept_pairs` of the towns beside the chosen. Raises `LimitsUseless`.
    """
    _refuse(problem, chosen)
    judge = Judge(problem)
    try:
        found = candidates(problem, containing=chosen)
        order = np.lexsort((np.arange(len(found)), -found.score, ~found.is_whole))
        ranked: Iterator[frozenset[str]] = (found.towns(int(row)) for row in order)
        is_proved = True
    except TooMany:
        ranked = iter(_beam(judge, chosen))
        is_proved = False
    taken: list[frozenset[str]] = []
    for codes in ranked:
        if all(_is_other(codes - chosen, before - chosen, problem.kept_pairs) for before in taken):
            taken.append(codes)
            if len(taken) == alternatives:
                break
    if not taken:
        raise LimitsUseless(Reason.of("alliances.chosen_apart", most=problem.limits.most))
    return Fitting(tuple(map(judge.group, taken)), is_proved)


def _is_other(codes: frozenset[str], before: frozenset[str], kept: float) -> bool:
    return len(codes & before) <= kept * len(codes | before)


def _refuse(problem: Problem, chosen: frozenset[str]) -> None:
    limits = problem.limits
    if not chosen:
        raise LimitsUseless(Reason.of("alliances.no_towns"))
    if len(chosen) > limits.most:
        raise LimitsUseless(Reason.of("alliances.chosen_too_many", chosen=len(chosen), most=limits.most))
    part = next(codes for codes in components(problem) if min(chosen) in codes)
    if chosen - part:
        raise LimitsUseless(Reason.of("alliances.chosen_apart", most=limits.most))
    if len(part) < limits.fewest:
        raise LimitsUseless(Reason.of("alliances.no_neighbours", largest=len(part), fewest=limits.fewest))


def _beam(judge: Judge, chosen: frozenset[str]) -> list[frozenset[str]]:
    """Grown from the first chosen town, keeping the best few hundred of each size."""
    by_nis, limits = judge.by_nis, judge.problem.limits
    layer, done = {frozenset({min(chosen)})}, list[frozenset[str]]()
    for _ in range(limits.most):
        done += [codes for codes in layer if chosen <= codes and judge.fits(codes)]
        grown = {codes | {nis} for codes in layer for held in codes for nis in by_nis[held].neighbours - codes}
        layer = set(sorted(grown, key=lambda codes: (-len(codes & chosen), *_rank(judge, codes)))[:BEAM])
    return sorted(set(done), key=lambda codes: _rank(judge, codes))


def _rank(judge: Judge, codes: frozenset[str]) -> tuple[bool, float, list[str]]:
    group = judge.group(codes)
    return (not group.is_whole, -group.score, sorted(codes))
