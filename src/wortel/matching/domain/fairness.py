"""What a need counts for: the weight of its municipality, times that of having been served least so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wortel.kernel.reason import Reason
from wortel.kernel.rulebook import Rulebook

ONCE = 1000
"""A need that counts once: weights are thousandths."""


@dataclass(frozen=True, slots=True)
class Fairness:
    """How much a place that was hardly served may count for, and from how many times asked that says something."""

    served_least: int
    served_from: int


@dataclass(frozen=True, slots=True)
class NeedWeight:
    """The weight of a need in thousandths, and what it is made of."""

    weight: int
    reasons: tuple[Reason, ...]


def fairness_in_force(rulebook: Rulebook, on: date) -> Fairness:
    """The numbers of that day. Raises `NoRuleInForce` or `RulebookUnreadable`."""
    return Fairness(rulebook.number("served_least", on), rulebook.number("served_from", on))


def need_weight(municipality: int, asked: int | None, served: int, fairness: Fairness) -> NeedWeight:
    """The weight of a need in a municipality with that weight, where in the last year `served` of `asked` were filled.

    Who got nothing counts `served_least`, who got everything counts once, in between in proportion. `asked` is `None`
    when nobody kept it, and too few say nothing: then that part counts once.
    """
    found = [Reason.of("matching.weight_municipality", thousandths=municipality)] if municipality != ONCE else []
    factor = ONCE
    if asked is not None and asked >= max(1, fairness.served_from):
        short = asked - min(max(served, 0), asked)
        factor = ONCE + (fairness.served_least - ONCE) * short // asked
    if factor != ONCE:
        found.append(Reason.of("matching.weight_served", asked=asked, served=served, thousandths=factor))
    return NeedWeight(municipality * factor // ONCE, tuple(found))
