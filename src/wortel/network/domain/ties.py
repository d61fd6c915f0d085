"""What binds two actors: on what ground, since when, until when; and what that weighs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from wortel.kernel.rulebook import Rulebook

PARTNER, BODY, PROJECT = "partner", "body", "project"
IN_CONTACT, CONFIRMED, DONE = "in_contact", "confirmed", "done"
GROUNDS = (PARTNER, BODY, PROJECT, DONE, CONFIRMED, IN_CONTACT)
"""On what ground two actors work together, in the order they are said."""
FADING = frozenset({IN_CONTACT, CONFIRMED, DONE})


@dataclass(frozen=True, slots=True)
class Tie:
    """One ground on which `a` and `b` work together. A day that is `None` is not known; `until` is excluded.

    `about` is the name of the project, where there is one.
    """

    a: str
    b: str
    ground: str
    since: date | None = None
    until: date | None = None
    about: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """Two actors, `a` before `b`, everything that binds them, and what it weighs together."""

    a: str
    b: str
    ties: tuple[Tie, ...]
    weight: int

    @property
    def since(self) -> date | None:
        """The first day that anything known binds them; `None` when no day is known."""
        return min((tie.since for tie in self.ties if tie.since is not None), default=None)

    @property
    def grounds(self) -> tuple[str, ...]:
        """Each ground once."""
        return tuple(ground for ground in GROUNDS if any(tie.ground == ground for tie in self.ties))

    def other(self, ref: str) -> str:
        """The one at the other end."""
        return self.b if ref == self.a else self.a


@dataclass(frozen=True, slots=True)
class TieWeights:
    """What each ground weighs, what a pair weighs at most, and for how many years what was done counts."""

    of_ground: Mapping[str, int]
    most: int
    years: int

    @classmethod
    def of(cls, book: Rulebook, on: date) -> TieWeights:
        """As the rulebook has them on that day. Raises `NoRuleInForce`."""
        weights = {ground: book.number(f"tie_{ground}", on) for ground in GROUNDS}
        return cls(weights, book.number("tie_most", on), book.number("done_counts_years", on))


def edges_on(ties: Iterable[Tie], weights: TieWeights, on: date) -> tuple[Edge, ...]:
    """The ties that hold that day, gathered per pair, in the order of the refs. Nobody is tied to himself."""
    pairs: dict[tuple[str, str], list[Tie]] = defaultdict(list)
    for tie in ties:
        if tie.a != tie.b and holds(tie, weights, on):
            pairs[min(tie.a, tie.b), max(tie.a, tie.b)].append(tie)
    return tuple(
        Edge(a, b, tuple(sorted(found, key=_order)), min(weights.most, _weight(found, weights)))
        for (a, b), found in sorted(pairs.items())
    )


def holds(tie: Tie, weights: TieWeights, on: date) -> bool:
    """Whether it binds them on that day: begun, not ended, and not so long ago that it no longer counts."""
    if (tie.since is not None and tie.since > on) or (tie.until is not None and tie.until <= on):
        return False
    return tie.ground not in FADING or tie.since is None or on < _years_after(tie.since, weights.years)


def project_ties(project: str, leads: Iterable[str], partners: Iterable[str], pairs_up_to: int) -> Iterator[Tie]:
    """Each partner with each lead; without a lead each with each, unless they are more than `pairs_up_to`."""
    heads, others = sorted(set(leads)), sorted(set(partners) - set(leads))
    if heads:
        yield from (Tie(lead, other, PROJECT, about=project) for lead in heads for other in others)
        yield from (Tie(one, other, PROJECT, about=project) for one, other in combinations(heads, 2))
    elif len(others) <= pairs_up_to:
        yield from (Tie(one, other, PROJECT, about=project) for one, other in combinations(others, 2))


def _weight(ties: Iterable[Tie], weights: TieWeights) -> int:
    return sum(weights.of_ground[tie.ground] for tie in ties)


def _order(tie: Tie) -> tuple[int, date, str]:
    return GROUNDS.index(tie.ground), tie.since or date.min, tie.about


def _years_after(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return date(day.year + years, 3, 1)
