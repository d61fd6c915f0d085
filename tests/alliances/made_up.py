"""Small worlds of made-up towns: a grid of squares, with people and sectors drawn from a seed."""

from __future__ import annotations

from itertools import combinations
from random import Random

from wortel.alliances.domain.problem import HELIX, Limits, Problem, Tie, Town, Weights, hangs_together
from wortel.alliances.domain.scoring import Judge

EVEN = Weights(helix=30, travel=30, ties=20, balance=20, far_km=20)


def grid(width: int, height: int, seed: int, share: float = 0.6) -> list[Town]:
    """Towns on a grid, each touching those above, below and beside it."""
    random = Random(seed)
    towns = []
    for y in range(height):
        for x in range(width):
            beside = [(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)]
            towns.append(
                Town(
                    code(x, y),
                    x * 5 + random.random(),
                    y * 5 + random.random(),
                    random.randrange(8_000, 60_000),
                    frozenset(sector for sector in HELIX if random.random() < share),
                    frozenset(code(a, b) for a, b in beside if 0 <= a < width and 0 <= b < height),
                )
            )
    return towns


def code(x: int, y: int) -> str:
    return f"{10 + y}{100 + x}"


def ties(towns: list[Town], seed: int) -> list[Tie]:
    random = Random(seed)
    pairs = combinations(sorted(town.nis for town in towns), 2)
    return [Tie(a, b, round(random.random(), 2)) for a, b in pairs if random.random() < 0.4]


def problem(width: int, height: int, seed: int = 1, limits: Limits | None = None, share: float = 0.6) -> Problem:
    towns = grid(width, height, seed, share)
    return Problem.of(towns, ties(towns, seed), limits or Limits(2, 4), EVEN)


def every_division(problem: Problem) -> list[tuple[frozenset[str], ...]]:
    """All ways to put every town in an allowed group, tried one by one."""
    judge = Judge(problem)
    codes = [town.nis for town in problem.towns]
    allowed = [
        frozenset(some)
        for size in range(problem.limits.fewest, problem.limits.most + 1)
        for some in combinations(codes, size)
        if hangs_together(frozenset(some), judge.by_nis) and judge.fits(frozenset(some))
    ]
    return list(_divided(frozenset(codes), allowed))


def _divided(rest: frozenset[str], allowed: list[frozenset[str]]) -> list[tuple[frozenset[str], ...]]:
    if not rest:
        return [()]
    first = min(rest)
    return [
        (group, *others)
        for group in allowed
        if first in group and group <= rest
        for others in _divided(rest - group, allowed)
    ]
