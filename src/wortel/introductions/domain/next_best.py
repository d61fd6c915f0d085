"""The best offers that are still possible for one need."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nsmallest

from wortel.kernel.reason import Reason
from wortel.matching.domain.asking import Need, Offer
from wortel.matching.domain.conditions import is_feasible
from wortel.matching.domain.scoring import Weights, criteria, weighed

TRIED = 5
"""How many are kept in reserve: the best may be given away at the very moment."""


@dataclass(frozen=True, slots=True)
class NextBest:
    """An offer, its points, why, and the kilometres."""

    offer: str
    score: int
    reasons: tuple[Reason, ...]
    km: float


def next_best(need: Need, offers: Iterable[Offer], weights: Weights, most: int = TRIED) -> tuple[NextBest, ...]:
    """The feasible ones, the best first, equal ones by name."""
    found = (_valued(need, offer, weights) for offer in offers if is_feasible(need, offer))
    return tuple(nsmallest(most, found, key=lambda it: (-it.score, it.offer)))


def _valued(need: Need, offer: Offer, weights: Weights) -> NextBest:
    met = criteria(need, offer, weights)
    reasons = (Reason.of("introductions.next_best"), *(one.reason for one in met if one.value))
    return NextBest(offer.id, weighed(met, need), reasons, need.place.distance(offer.place))
