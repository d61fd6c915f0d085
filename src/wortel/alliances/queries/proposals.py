"""The answer to a question about groupings, reckoned once per process for as long as nothing it rests on changes.

The problem itself is the key: it holds every number the answer rests on, so nothing can be out of date.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wortel.alliances.domain.fitting import Fitting, best_around
from wortel.alliances.domain.problem import Problem, km
from wortel.alliances.domain.proposing import EFFORT, Alternative, propose
from wortel.alliances.domain.scoring import Group
from wortel.alliances.queries.asking import Question, World, problem_of, world_on
from wortel.alliances.queries.reckoned import Reckoned


@dataclass(frozen=True, slots=True)
class Proposals:
    """Alternatives with the problem and the world they speak of. Around chosen towns an alternative is one group."""

    question: Question
    problem: Problem
    world: World
    alternatives: tuple[Alternative, ...]

    def nearest(self, group: Group, sector: str) -> tuple[str, float] | None:
        """The municipality outside the group, of those known, that has the sector nearest to its seat; and how far."""
        by_nis = self.problem.by_nis
        seat = by_nis[group.seat]
        there = [town for town in self.problem.towns if sector in town.sectors and town.nis not in group.towns]
        found = min(((km(seat, town), town.nis) for town in there), default=None)
        return (found[1], found[0]) if found else None


def proposals(question: Question, on: date, effort: float = EFFORT) -> Proposals:
    """Two statements. Raises `LimitsUseless`, `UnknownArea`, `NoRuleInForce`, and `PageProblem` (503)."""
    world = world_on(on)
    problem = problem_of(question, world, on)
    if question.chosen:
        chosen = question.chosen
        found = _AROUND.of((problem, chosen), lambda: best_around(problem, chosen))
        alternatives = tuple(_alone(group, found) for group in found.groups)
    else:
        alternatives = _PROPOSED.of((problem, effort), lambda: propose(problem, effort))
    return Proposals(question, problem, world, alternatives)


_PROPOSED: Reckoned[tuple[Alternative, ...]] = Reckoned(64)
_AROUND: Reckoned[Fitting] = Reckoned(256)


def _alone(group: Group, found: Fitting) -> Alternative:
    return Alternative((group,), (), group.score, group.score if found.is_proved else 1.0, found.is_proved)
