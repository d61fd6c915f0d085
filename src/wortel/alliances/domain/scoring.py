"""What one group of municipalities is worth, criterion by criterion: the definition that everything else must meet.

For a group `g` of `n` towns, each criterion lies between 0 and 1:

- helix   = the sectors of which an actor is known in some town of `g`, over five;
- travel  = 1 − (mean kilometres to the seat) / `far_km`, at least 0; the seat is the town that makes that mean least;
- ties    = the mean strength over all pairs of towns in `g`; left out where no tie at all is known;
- balance = 1 − |people(g) − aim| / aim, at least 0; in towns where the inhabitants of some town are unknown.

The score is their weighted mean.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from wortel.alliances.domain.problem import HELIX, Problem, Town, km

CRITERIA = ("helix", "travel", "ties", "balance")


@dataclass(frozen=True, slots=True)
class Group:
    """Some towns that could make an alliance. `people` is `None` when unknown for one; `ties` when none are known."""

    towns: tuple[str, ...]
    seat: str
    mean_km: float
    most_km: float
    people: int | None
    missing: tuple[str, ...]
    helix: float
    travel: float
    ties: float | None
    balance: float
    score: float

    @property
    def is_whole(self) -> bool:
        """Whether every sector of the helix is there."""
        return not self.missing


class Judge:
    """Judges groups of the towns of one problem, each once."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.by_nis = problem.by_nis
        self.strength = {(tie.a, tie.b): tie.strength for tie in problem.ties}
        self._known: dict[frozenset[str], Group] = {}

    @cached_property
    def total_weight(self) -> float:
        """What the weights that count here add up to."""
        weights = self.problem.weights
        return weights.helix + weights.travel + weights.balance + (weights.ties if self.strength else 0)

    def group(self, codes: Iterable[str]) -> Group:
        """The group of these towns (at least one), with its score."""
        key = frozenset(codes)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._judged([self.by_nis[nis] for nis in sorted(key)])
        return found

    def fits(self, codes: frozenset[str]) -> bool:
        """Whether the group keeps within the limits of towns and inhabitants; unknown inhabitants hinder nobody."""
        limits = self.problem.limits
        if not limits.fewest <= len(codes) <= limits.most:
            return False
        people = self.group(codes).people if limits.people_least or limits.people_most else None
        return people is None or (
            (limits.people_least or 0) <= people and (limits.people_most is None or people <= limits.people_most)
        )

    def _judged(self, towns: list[Town]) -> Group:
        weights = self.problem.weights
        there = frozenset().union(*(town.sectors for town in towns))
        missing = tuple(sector for sector in HELIX if sector not in there)
        seat, total_km = min(
            ((town.nis, sum(km(town, other) for other in towns)) for town in towns), key=lambda pair: (pair[1], pair[0])
        )
        mean_km = total_km / len(towns)
        people = _sum([town.people for town in towns])
        helix = 1 - len(missing) / len(HELIX)
        travel = max(0.0, 1 - mean_km / weights.far_km)
        ties = self._ties([town.nis for town in towns]) if self.strength else None
        balance = self._balance(people, len(towns))
        sum_ = weights.helix * helix + weights.travel * travel + weights.ties * (ties or 0) + weights.balance * balance
        most_km = max(km(self.by_nis[seat], town) for town in towns)
        codes = tuple(town.nis for town in towns)
        return Group(
            codes, seat, mean_km, most_km, people, missing, helix, travel, ties, balance, sum_ / self.total_weight
        )

    def _ties(self, codes: list[str]) -> float:
        pairs = len(codes) * (len(codes) - 1) // 2
        total = sum(self.strength.get((a, b), 0.0) for place, a in enumerate(codes) for b in codes[place + 1 :])
        return total / pairs if pairs else 0.0

    def _balance(self, people: int | None, towns: int) -> float:
        aim, found = self.problem.aim_people, float(people or 0)
        if aim is None or people is None:
            aim, found = self.problem.aim_towns, float(towns)
        return max(0.0, 1 - abs(found - aim) / aim)


def _sum(numbers: list[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None
