"""Who could fill a gap: a weighted sum of criteria between 0 and 1, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from wortel.kernel.reason import Reason
from wortel.kernel.rulebook import Rulebook

CRITERIA = ("near", "connected", "active", "area")
ACTIVE, UNKNOWN = "active", "unknown"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An actor from elsewhere: how far from the nearest of the municipalities asked for (`None`: place unknown), how
    many actors here it works with, for how many of these municipalities it works, whether anyone says it is active
    and whether it keeps its own profile.
    """

    ref: str
    km: float | None
    ties_here: int
    towns_served: int
    status: str
    is_claimed: bool


@dataclass(frozen=True, slots=True)
class CandidateRules:
    """The weights, and from where nearness and ties no longer make a difference."""

    weights: Mapping[str, int]
    far_km: int
    enough_ties: int

    @classmethod
    def of(cls, book: Rulebook, on: date) -> CandidateRules:
        """As the rulebook has them on that day. Raises `NoRuleInForce`."""
        weights = {criterion: book.number(f"weight_{criterion}", on) for criterion in CRITERIA}
        return cls(weights, book.number("far_km", on), book.number("enough_ties", on))


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its score between 0 and 1, and per criterion what it got and why."""

    candidate: Candidate
    score: float
    criteria: tuple[tuple[str, float, Reason], ...]

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why, in the order of the criteria."""
        return tuple(reason for _, _, reason in self.criteria)


def ranked(candidates: Iterable[Candidate], towns: int, rules: CandidateRules) -> tuple[Ranked, ...]:
    """The best first; of equal ones the nearest, then by ref. `towns`: how many municipalities are asked for."""
    found = [_ranked(candidate, towns, rules) for candidate in candidates]
    return tuple(sorted(found, key=_order))


def _ranked(candidate: Candidate, towns: int, rules: CandidateRules) -> Ranked:
    criteria = (
        ("near", *_near(candidate, rules)),
        ("connected", *_connected(candidate, rules)),
        ("active", *_active(candidate)),
        ("area", *_area(candidate, towns)),
    )
    whole = sum(rules.weights.values())
    score = sum(rules.weights[name] * value for name, value, _ in criteria) / whole if whole else 0.0
    return Ranked(candidate, score, criteria)


def _near(candidate: Candidate, rules: CandidateRules) -> tuple[float, Reason]:
    if candidate.km is None:
        return 0.0, Reason.of("network.place_unknown")
    km = round(candidate.km, 1)
    if candidate.km >= rules.far_km:
        return 0.0, Reason.of("network.far", km=km)
    return 1 - candidate.km / rules.far_km, Reason.of("network.near", km=km)


def _connected(candidate: Candidate, rules: CandidateRules) -> tuple[float, Reason]:
    if not candidate.ties_here:
        return 0.0, Reason.of("network.not_connected")
    return min(1.0, candidate.ties_here / rules.enough_ties), Reason.of("network.connected", count=candidate.ties_here)


def _active(candidate: Candidate) -> tuple[float, Reason]:
    value = 0.5 * (candidate.status == ACTIVE) + 0.5 * candidate.is_claimed
    if candidate.status == ACTIVE:
        key = "network.active_and_claimed" if candidate.is_claimed else "network.active"
    else:
        key = "network.claimed" if candidate.is_claimed else "network.activity_unknown"
    return value, Reason.of(key)


def _area(candidate: Candidate, towns: int) -> tuple[float, Reason]:
    if not candidate.towns_served or not towns:
        return 0.0, Reason.of("network.area_not_said")
    share = min(1.0, candidate.towns_served / towns)
    return share, Reason.of("network.works_here", count=candidate.towns_served, total=towns)


def _order(found: Ranked) -> tuple[float, float, str]:
    km = found.candidate.km
    return -found.score, float("inf") if km is None else km, found.candidate.ref
