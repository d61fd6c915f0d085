"""How well an offer fits a need: a published weighted sum of named criteria, in whole numbers.

Whole numbers make the sum of a hundred thousand matches exact, and equal on every machine and in every engine.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

from wortel.kernel.reason import Reason
from wortel.kernel.rulebook import Rulebook
from wortel.matching.domain.asking import Need, Offer

FULL = 1000
"""A criterion that is met completely: values are thousandths."""
POINTS = 10_000
"""The score of a perfect fit for a need that counts once."""


class WeightsUseless(ValueError):
    """The weights cannot rank anything: one is negative, all are 0, or the far distance is not above 0."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each criterion counts for, and from how many kilometres a distance is worth nothing."""

    themes: int
    nearness: int
    ages: int
    weeks: int
    far_km: int

    def __post_init__(self) -> None:
        weights = self.by_name.values()
        if min(weights) < 0 or not sum(weights) or max(weights) > 1_000_000 or self.far_km <= 0:
            raise WeightsUseless("geef gewichten van 0 tot 1 000 000, minstens één boven 0, en far_km boven 0")

    @property
    def by_name(self) -> dict[str, int]:
        """The weight of each criterion, by its name."""
        return {"themes": self.themes, "nearness": self.nearness, "ages": self.ages, "weeks": self.weeks}

    @property
    def total(self) -> int:
        """All weights together."""
        return sum(self.by_name.values())


@dataclass(frozen=True, slots=True)
class Criterion:
    """One named wish: how far it is met, in thousandths, what it counts for, and why."""

    name: str
    value: int
    weight: int
    reason: Reason


def weights_in_force(rulebook: Rulebook, on: date) -> Weights:
    """The weights of that day. Raises `NoRuleInForce`, `RulebookUnreadable` or `WeightsUseless`."""
    return Weights(
        themes=rulebook.number("weight_themes", on),
        nearness=rulebook.number("weight_nearness", on),
        ages=rulebook.number("weight_ages", on),
        weeks=rulebook.number("weight_weeks", on),
        far_km=rulebook.number("far_km", on),
    )


def criteria(need: Need, offer: Offer, weights: Weights) -> tuple[Criterion, ...]:
    """Every criterion of a feasible pair, with its reason."""
    distance = need.place.distance(offer.place)
    themes = need.themes & offer.themes
    years, weeks = need.ages.shared(offer.ages), need.weeks.shared(offer.weeks)
    return (
        Criterion(
            "themes",
            FULL * len(themes) // len(need.themes),
            weights.themes,
            Reason.of("matching.themes", shared=tuple(sorted(themes)), asked=len(need.themes)),
        ),
        Criterion(
            "nearness",
            FULL - math.floor(FULL * min(distance / weights.far_km, 1.0)),
            weights.nearness,
            Reason.of("matching.nearness", km=distance),
        ),
        Criterion(
            "ages",
            FULL * years // need.ages.length,
            weights.ages,
            Reason.of("matching.ages", shared=years, asked=need.ages.length),
        ),
        Criterion(
            "weeks",
            FULL * weeks // need.weeks.length,
            weights.weeks,
            Reason.of("matching.weeks", shared=weeks, asked=need.weeks.length),
        ),
    )


def score(need: Need, offer: Offer, weights: Weights) -> int:
    """The points of a feasible pair, at least 1: `POINTS` for a perfect fit, times the weight of the municipality."""
    return weighed(criteria(need, offer, weights), need)


def weighed(met: tuple[Criterion, ...], need: Need) -> int:
    """The points of these criteria for this need."""
    reached = sum(one.weight * one.value for one in met)
    points = reached * (POINTS // FULL) // sum(one.weight for one in met)
    return max(1, points * need.weight // 1000)


def best_gain(met: tuple[Criterion, ...]) -> Criterion | None:
    """The criterion that would add most if it were met completely; `None` when all are."""
    open_ones = [one for one in met if one.value < FULL and one.weight]
    return max(open_ones, key=lambda one: (one.weight * (FULL - one.value), one.name), default=None)
