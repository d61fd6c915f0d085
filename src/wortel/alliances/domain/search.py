"""Division by local search, for more groups than can be written out: all of Flanders without regions, or large groups.

Groups are grown greedily, then bettered by three moves until none of them helps for a while: shift a town to a
neighbouring group, swap two towns, and merge two neighbouring groups and split them anew along a random spanning tree
Every state keeps every limit; the random
numbers come from a seed, so that the same question has the same answer. The bound is a simple one: see `upper_bound`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from wortel.alliances.domain.exact import Differently, Division, Solved
from wortel.alliances.domain.problem import Problem, hangs_together, km
from wortel.alliances.domain.scoring import Judge

SEED = 2026
IDLE_PER_TOWN = 20
STARTS = 3


def searched_division(problem: Problem, judge: Judge, apart_from: Sequence[Differently] = ()) -> Solved | None:
    """The best division found from some starts. `None` when none of them keeps far enough from the earlier ones."""
    best: _State | None = None
    for start in range(STARTS):
        state = _State(problem, judge, apart_from, Random(SEED + start))  # noqa: S311  (no secret: a fixed seed)
        state.grow()
        state.better()
        if best is None or state.worth() > best.worth() + 1e-12:
            best = state
    if best is None or best.kept_too_many():
        return None
    groups = best.division()
    left = problem.wanted - frozenset().union(*groups)
    value = sum(best.value_of(group) for group in groups)
    return Solved(groups, left, value, upper_bound(problem, judge), is_proved=False, wanted=len(problem.wanted))


def upper_bound(problem: Problem, judge: Judge) -> float:
    """More than any division can be worth: whole helix, full balance, each town a seat or next to its nearest town, and
    grouped with those it is tied to most.
    """
    weights, fewest = problem.weights, problem.limits.fewest
    wanted = [town for town in problem.towns if town.is_wanted]
    total = len(wanted) * (weights.helix + weights.balance)
    near = sorted(
        min((km(town, other) / weights.far_km for other in problem.towns if other != town), default=0.0)
        for town in wanted
    )
    seats = len(wanted) // fewest + 1
    total += weights.travel * (sum(max(0.0, 1 - far) for far in near) + sum(min(1.0, far) for far in near[-seats:]))
    if judge.strength:
        strongest: dict[str, list[float]] = {town.nis: [] for town in problem.towns}
        for tie in problem.ties:
            strongest[tie.a].append(tie.strength)
            strongest[tie.b].append(tie.strength)
        others = max(1, fewest - 1)
        total += weights.ties * sum(sum(sorted(strongest[town.nis], reverse=True)[:others]) / others for town in wanted)
    return min(float(len(wanted)), total / judge.total_weight)


class _State:
    """Groups under change: by number, and the number of each town that is in one."""

    def __init__(self, problem: Problem, judge: Judge, apart: Sequence[Differently], random: Random) -> None:
        self.problem, self.judge, self.apart, self.random = problem, judge, apart, random
        self.by_nis, self.wanted = problem.by_nis, problem.wanted
        self.groups: dict[int, frozenset[str]] = {}
        self.group_of: dict[str, int] = {}
        self.allowed = [
            each.kept_pairs * sum(_pairs(len(group & self.wanted)) for group in each.earlier) for each in apart
        ]

    def division(self) -> Division:
        return tuple(sorted(self.groups.values(), key=min))

    def value_of(self, group: frozenset[str]) -> float:
        return len(group & self.wanted) * self.judge.group(group).score if group else 0.0

    def worth(self) -> float:
        left = len(self.wanted - self.group_of.keys())
        return sum(map(self.value_of, self.groups.values())) - (len(self.wanted) + 1) * left - self._kept_cost()

    def kept_too_many(self) -> bool:
        return self._kept_cost() > 0

    def grow(self) -> None:
        """Starts groups at the town with fewest free neighbours, grows each with what keeps it best; then fills up."""
        free = set(self.by_nis)
        stuck = set[str]()
        while seeds := sorted((free & self.wanted) - stuck):
            seed = min(seeds, key=lambda nis: (len(self.by_nis[nis].neighbours & free), self.random.random(), nis))
            group = self._grown(frozenset({seed}), free)
            if self.judge.fits(group):
                self._put(len(self.groups), group)
                free -= group
            else:
                stuck.add(seed)
        for nis in sorted(self.wanted - self.group_of.keys()):
            self._shift(nis)

    def better(self) -> None:
        """Moves until a whole round of tries brings nothing."""
        idle, most = 0, IDLE_PER_TOWN * max(1, len(self.by_nis))
        codes = sorted(self.by_nis)
        while idle < most:
            nis = self.random.choice(codes)
            kind = self.random.random()
            moved = self._shift(nis) if kind < 0.5 else self._swap(nis) if kind < 0.7 else self._split_anew(nis)
            idle = 0 if moved else idle + 1

    def _grown(self, group: frozenset[str], free: set[str]) -> frozenset[str]:
        limits = self.problem.limits
        aim = min(limits.most, max(limits.fewest, round(self.problem.aim_towns)))
        while len(group) < aim or (len(group) < limits.most and not self.judge.fits(group)):
            edge = sorted({other for nis in group for other in self.by_nis[nis].neighbours} & free - group)
            if not edge:
                break
            group |= {max(edge, key=lambda nis: self.judge.group(group | {nis}).score)}
        return group

    def _shift(self, nis: str) -> bool:
        """The town to the neighbouring group where it does most good; a town of elsewhere may also leave."""
        here = self.group_of.get(nis)
        goals: list[int | None] = [*sorted(self._groups_beside(nis) - {here})]
        if nis not in self.wanted and here is not None:
            goals.append(None)
        return self._best_of(self._shifted(nis, here, goal) for goal in goals)

    def _shifted(self, nis: str, here: int | None, goal: int | None) -> dict[int, frozenset[str]]:
        change = {} if here is None else {here: self.groups[here] - {nis}}
        return change if goal is None else {**change, goal: self.groups[goal] | {nis}}

    def _swap(self, nis: str) -> bool:
        here = self.group_of.get(nis)
        if here is None:
            return False
        tries = (
            {here: self.groups[here] - {nis} | {other}, goal: self.groups[goal] - {other} | {nis}}
            for goal in sorted(self._groups_beside(nis) - {here})
            for other in sorted(self.groups[goal])
        )
        return self._best_of(tries)

    def _split_anew(self, nis: str) -> bool:
        here = self.group_of.get(nis)
        beside = sorted(self._groups_beside(nis) - {here})
        if here is None or not beside:
            return False
        goal = self.random.choice(beside)
        both = self.groups[here] | self.groups[goal]
        return self._best_of({here: side, goal: both - side} for side in self._cuts(both))

    def _cuts(self, both: frozenset[str]) -> Iterator[frozenset[str]]:
        """One side of each cut of a random spanning tree over these towns."""
        root = self.random.choice(sorted(both))
        above, order, edge = (
            {root: ""},
            [root],
            [(root, other) for other in sorted(self.by_nis[root].neighbours & both)],
        )
        while edge:
            parent, nis = edge.pop(self.random.randrange(len(edge)))
            if nis not in above:
                above[nis] = parent
                order.append(nis)
                edge += [(nis, other) for other in sorted(self.by_nis[nis].neighbours & both) if other not in above]
        below = {nis: frozenset({nis}) for nis in order}
        for nis in reversed(order[1:]):
            yield below[nis]
            below[above[nis]] |= below[nis]

    def _best_of(self, changes: Iterator[dict[int, frozenset[str]]]) -> bool:
        """Makes the change that is worth most, when one is worth more than nothing."""
        found: tuple[float, dict[int, frozenset[str]]] = (1e-9, {})
        for change in changes:
            if all(map(self._is_allowed, change.values())) and (gain := self._gain(change)) > found[0]:
                found = (gain, change)
        for number in found[1]:
            for nis in self.groups[number]:
                self.group_of.pop(nis, None)
        for number, group in found[1].items():
            self._put(number, group)
        return bool(found[1])

    def _is_allowed(self, group: frozenset[str]) -> bool:
        return self.judge.fits(group) and bool(group & self.wanted) and hangs_together(group, self.by_nis)

    def _gain(self, change: dict[int, frozenset[str]]) -> float:
        before = [self.groups[number] for number in change]
        joined = frozenset().union(*change.values()) - frozenset().union(*before)
        gain = sum(map(self.value_of, change.values())) - sum(map(self.value_of, before))
        gain += (len(self.wanted) + 1) * len(joined & self.wanted)
        if self.apart:
            old, self.groups = self.groups, {**self.groups, **change}
            after = self._kept_cost()
            self.groups = old
            gain += self._kept_cost() - after
        return gain

    def _kept_cost(self) -> float:
        cost = 0.0
        for each, allowed in zip(self.apart, self.allowed, strict=True):
            kept = sum(
                _pairs(len(group & earlier & self.wanted)) for group in self.groups.values() for earlier in each.earlier
            )
            cost += max(0.0, kept - allowed)
        return cost

    def _groups_beside(self, nis: str) -> set[int]:
        return {self.group_of[other] for other in self.by_nis[nis].neighbours if other in self.group_of}

    def _put(self, number: int, group: frozenset[str]) -> None:
        self.groups[number] = group
        for nis in group:
            self.group_of[nis] = number


def _pairs(towns: int) -> int:
    return towns * (towns - 1) // 2
