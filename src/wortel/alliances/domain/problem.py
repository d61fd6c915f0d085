"""What is asked when municipalities are grouped: which towns, how far, who works with whom, within which limits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import hypot

from wortel.actors.domain.kinds import SECTORS
from wortel.kernel.reason import Reason

HELIX = tuple(SECTORS)
"""The five sectors of the whole helix, in the order they are shown."""


@dataclass(frozen=True, slots=True, order=True)
class Town:
    """A municipality: its point in kilometres, whom it touches, which sectors are known there.

    `people` is `None` when unknown. `region` is empty when unknown. A town that is not `wanted` lies outside the area
    asked for: it may join a group, and nobody minds when it does not.
    """

    nis: str
    x_km: float
    y_km: float
    people: int | None
    sectors: frozenset[str]
    neighbours: frozenset[str]
    region: str = ""
    is_wanted: bool = True


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """How closely two towns work together already, above 0 and at most 1; `a` sorts before `b`."""

    a: str
    b: str
    strength: float


@dataclass(frozen=True, slots=True)
class Limits:
    """How many municipalities, and how many inhabitants, a group may count. `None` sets no limit."""

    fewest: int
    most: int
    people_least: int | None = None
    people_most: int | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.fewest <= self.most:
            raise LimitsUseless(Reason.of("alliances.limits_reversed", fewest=self.fewest, most=self.most))
        if self.people_least is not None and self.people_most is not None and self.people_least > self.people_most:
            raise LimitsUseless(Reason.of("alliances.people_reversed"))


@dataclass(frozen=True, slots=True)
class Weights:
    """What counts how much; only their proportions matter."""

    helix: float
    travel: float
    ties: float
    balance: float
    far_km: float

    def __post_init__(self) -> None:
        if min(self.helix, self.travel, self.ties, self.balance) < 0 or self.helix + self.travel + self.balance <= 0:
            raise LimitsUseless(Reason.of("alliances.weights_useless"))


@dataclass(frozen=True, slots=True)
class Problem:
    """A question in full. Two questions that are equal have equal answers, whatever order their rows came in."""

    towns: tuple[Town, ...]
    ties: tuple[Tie, ...]
    limits: Limits
    weights: Weights
    aim_people: float | None
    """Inhabitants of a group of average size; `None` when those of some town are unknown: then towns are counted."""
    aim_towns: float
    kept_pairs: float = 0.5
    """Of the pairs that one alternative puts together, the share another may put together again."""

    @classmethod
    def of(
        cls, towns: Iterable[Town], ties: Iterable[Tie], limits: Limits, weights: Weights, kept_pairs: float = 0.5
    ) -> Problem:
        """Sorted, with the ties and borders that lead outside left out. Raises `LimitsUseless`."""
        rows = sorted(towns, key=lambda town: town.nis)
        codes = {town.nis for town in rows}
        if len(codes) < len(rows):
            raise LimitsUseless(Reason.of("alliances.town_twice"))
        inside = tuple(replace(town, neighbours=town.neighbours & codes) for town in rows)
        known = [town.people for town in rows if town.is_wanted and town.people is not None]
        wanted = sum(town.is_wanted for town in rows)
        aim = (limits.fewest + min(limits.most, max(wanted, limits.fewest))) / 2
        return cls(
            inside,
            tuple(sorted(tie for tie in ties if tie.a in codes and tie.b in codes and tie.strength > 0)),
            limits,
            weights,
            sum(known) / wanted * aim if wanted and len(known) == wanted and sum(known) else None,
            aim,
            kept_pairs,
        )

    @property
    def wanted(self) -> frozenset[str]:
        """The towns that must find a place."""
        return frozenset(town.nis for town in self.towns if town.is_wanted)

    @property
    def by_nis(self) -> Mapping[str, Town]:
        """The towns by code."""
        return {town.nis: town for town in self.towns}

    def part(self, codes: frozenset[str]) -> Problem:
        """The same question about some of its towns, judged by the averages of the whole."""
        return replace(
            self,
            towns=tuple(replace(town, neighbours=town.neighbours & codes) for town in self.towns if town.nis in codes),
            ties=tuple(tie for tie in self.ties if tie.a in codes and tie.b in codes),
        )


class LimitsUseless(ValueError):
    """What is asked cannot be meant; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.key)
        self.reason = reason


def km(one: Town, other: Town) -> float:
    """As the crow flies between the middles of two towns."""
    return hypot(one.x_km - other.x_km, one.y_km - other.y_km)


def components(problem: Problem) -> list[frozenset[str]]:
    """The towns that hang together over borders, the first code first."""
    by_nis, found, seen = problem.by_nis, [], set[str]()
    for town in problem.towns:
        if town.nis in seen:
            continue
        reached, waiting = {town.nis}, [town.nis]
        while waiting:
            for other in by_nis[waiting.pop()].neighbours - reached:
                reached.add(other)
                waiting.append(other)
        seen |= reached
        found.append(frozenset(reached))
    return found


def hangs_together(codes: frozenset[str], by_nis: Mapping[str, Town]) -> bool:
    """Whether one can go from each of these towns to each other over borders without leaving them."""
    if not codes:
        return False
    reached, waiting = set[str](), [min(codes)]
    while waiting:
        nis = waiting.pop()
        if nis not in reached:
            reached.add(nis)
            waiting.extend((by_nis[nis].neighbours & codes) - reached)
    return len(reached) == len(codes)


def ties_of_bodies(
    members: Iterable[frozenset[str]], towns: frozenset[str], body_full: float, ties_full: float
) -> tuple[Tie, ...]:
    """The ties that shared bodies make: each body counts 1 up to `body_full` members and less above it; two towns that
    share `ties_full` are tied with strength 1.
    """
    found: dict[tuple[str, str], float] = {}
    for body in sorted(members, key=sorted):
        here = sorted(body & towns)
        weight = min(1.0, body_full / len(body)) if len(body) > 1 else 0.0
        for place, a in enumerate(here):
            for b in here[place + 1 :]:
                found[a, b] = found.get((a, b), 0.0) + weight
    return tuple(Tie(a, b, min(1.0, total / ties_full)) for (a, b), total in sorted(found.items()) if total)
