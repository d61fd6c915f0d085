"""Several good divisions of an area into alliances, each as different from the others as was asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wortel.alliances.domain.candidates import Candidates, TooMany, candidates
from wortel.alliances.domain.exact import Differently, Division, Solved, best_division
from wortel.alliances.domain.problem import LimitsUseless, Problem, components
from wortel.alliances.domain.scoring import CRITERIA, Group, Judge
from wortel.alliances.domain.search import searched_division
from wortel.kernel.reason import Reason

ALTERNATIVES = 3
EFFORT = 0.5
"""How hard the solver tries per part and per alternative: about a second each on a quiet machine."""


LARGE = 15
"""From so many towns on, local search finds the solver a place to begin."""


@dataclass(frozen=True, slots=True)
class LeftOver:
    """A town without a group, and why."""

    nis: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Alternative:
    """A division: score and bound are means over the wanted towns in a group; `is_proved`: no better one exists."""

    groups: tuple[Group, ...]
    left: tuple[LeftOver, ...]
    score: float
    bound: float
    is_proved: bool

    @property
    def gap(self) -> float:
        """How far below the bound the score may lie, as a share of the bound."""
        return max(0.0, 1 - self.score / self.bound) if self.bound > 0 else 0.0

    @property
    def whole(self) -> int:
        """How many groups have the whole helix."""
        return sum(group.is_whole for group in self.groups)

    def mean(self, criterion: str) -> float | None:
        """A criterion, meant over towns; `None` when unknown."""
        values = [(len(group.towns), getattr(group, criterion)) for group in self.groups]
        if not values or any(value is None for _, value in values):
            return None
        return float(sum(size * value for size, value in values) / sum(size for size, _ in values))

    @property
    def criteria(self) -> dict[str, float | None]:
        """Every criterion by name."""
        return {name: self.mean(name) for name in CRITERIA}


def propose(problem: Problem, effort: float = EFFORT, alternatives: int = ALTERNATIVES) -> tuple[Alternative, ...]:
    """The best division, then the best that differ enough from each one before.

    Raises `LimitsUseless` when no town can be grouped at all, with the reason.
    """
    refuse_impossible(problem)
    parts = [_Part(problem.part(codes), effort) for codes in components(problem) if codes & problem.wanted]
    found: list[Alternative] = []
    for number in range(alternatives):
        solved = [part.next_best() for part in parts]
        if number and all(answer is None for answer in solved):
            break
        # A part that can be divided in no other way keeps its first division.
        chosen = [answer or part.first for answer, part in zip(solved, parts, strict=True)]
        found.append(_alternative(problem, parts, chosen))
    return tuple(found)


def refuse_impossible(problem: Problem) -> None:
    """Raises `LimitsUseless` where no group can be made, with the reason."""
    limits = problem.limits
    if not problem.wanted:
        raise LimitsUseless(Reason.of("alliances.no_towns"))
    if len(problem.towns) < limits.fewest:
        raise LimitsUseless(Reason.of("alliances.too_few_towns", towns=len(problem.towns), fewest=limits.fewest))
    largest = max(len(codes) for codes in components(problem))
    if largest < limits.fewest:
        raise LimitsUseless(Reason.of("alliances.no_neighbours", largest=largest, fewest=limits.fewest))


class _Part:
    """Towns that hang together: they are divided apart from the rest."""

    def __init__(self, problem: Problem, effort: float) -> None:
        self.problem, self.judge, self.effort = problem, Judge(problem), effort
        self.first: Solved | None = None
        self._earlier: list[Division] = []
        self._pool: Candidates | None = None
        self._is_large, self._may_be_whole = False, True

    def next_best(self) -> Solved | None:
        """The best division apart from the earlier ones; `None` when no other leaves as few towns over."""
        if len(self.problem.towns) < self.problem.limits.fewest:
            is_first, self.first = self.first is None, _nobody(self.problem.wanted)
            return self.first if is_first else None
        apart = [Differently(division, self.problem.kept_pairs) for division in self._earlier]
        answer = self._exact(apart) or searched_division(self.problem, self.judge, apart)
        if answer is None or (self.first and len(answer.left) > len(self.first.left)) or answer.groups in self._earlier:
            return None
        self.first = self.first or answer
        self._earlier.append(answer.groups)
        return answer

    def _exact(self, apart: Sequence[Differently]) -> Solved | None:
        """Among groups with the whole helix first; among all when those leave a town over."""
        pool = self._candidates()
        if pool is None:
            return None
        effort, wanted = self.effort if not apart else self.effort / 2, self.problem.wanted
        if self._may_be_whole and pool.is_whole.any():
            whole = best_division(pool.only(pool.is_whole), wanted, effort, apart, must_place_all=True)
            if whole is not None and not whole.left:
                return whole
        self._may_be_whole = False
        start = searched_division(self.problem, self.judge, apart) if len(wanted) >= LARGE else None
        return best_division(pool, wanted, effort, apart, start.groups if start else ())

    def _candidates(self) -> Candidates | None:
        if self._pool is None and not self._is_large:
            try:
                self._pool = candidates(self.problem)
            except TooMany:
                self._is_large = True
        return self._pool


def _nobody(wanted: frozenset[str]) -> Solved:
    return Solved((), wanted, 0.0, -float((len(wanted) + 1) * len(wanted)), is_proved=True, wanted=len(wanted))


def _alternative(problem: Problem, parts: Sequence[_Part], solved: Sequence[Solved | None]) -> Alternative:
    groups = [
        part.judge.group(codes) for part, each in zip(parts, solved, strict=True) if each for codes in each.groups
    ]
    left = [
        LeftOver(nis, _why_left(problem, part.problem))
        for part, each in zip(parts, solved, strict=True)
        for nis in sorted(each.left if each else part.problem.wanted)
    ]
    placed = sum(len(set(group.towns) & problem.wanted) for group in groups) or 1
    known = [each for each in solved if each is not None]
    return Alternative(
        tuple(sorted(groups, key=lambda group: group.towns)),
        tuple(sorted(left, key=lambda each: each.nis)),
        sum(each.value for each in known) / placed,
        sum(each.bound for each in known) / placed,
        all(each.is_proved for each in known),
    )


def _why_left(problem: Problem, part: Problem) -> Reason:
    size, fewest = len(part.towns), problem.limits.fewest
    if size == 1:
        return Reason.of("alliances.left_alone")
    if size < fewest:
        return Reason.of("alliances.left_few", towns=size, fewest=fewest)
    return Reason.of("alliances.left_over")
