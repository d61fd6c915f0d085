"""What a need counts for: the weight of its municipality, more for those served least, a little more when urgent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wortel.kernel.reason import Reason
from wortel.kernel.rulebook import NoRuleInForce, Rulebook

ONCE = 1000
"""Weights are thousandths: this counts once."""


@dataclass(frozen=True, slots=True)
class Served:
    """How often a municipality asked in the last year, and how often that was filled."""

    asked: int = 0
    filled: int = 0


@dataclass(frozen=True, slots=True)
class FairWeight:
    """The three weights of a need, in thousandths, and all together."""

    municipality: int = ONCE
    served_least: int = ONCE
    urgent: int = ONCE

    @property
    def total(self) -> int:
        """What the engine counts with."""
        return self.municipality * self.served_least * self.urgent // (ONCE * ONCE)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Those that make a difference."""
        named = (
            ("introductions.municipality_weight", self.municipality),
            ("introductions.served_least", self.served_least),
            ("introductions.urgent", self.urgent),
        )
        return tuple(Reason.of(key, thousandths=value) for key, value in named if value != ONCE)


def municipality_weight(rulebook: Rulebook, nis: str, on: date) -> int:
    """The weight of a municipality in the rulebook (`municipality_` and its code); without one it counts once."""
    try:
        return rulebook.number(f"municipality_{nis}", on)
    except NoRuleInForce:
        return ONCE


def served_weight(nis: str, served: Mapping[str, Served], bonus: int) -> int:
    """At most `bonus` thousandths more, in proportion to how far the municipality stays behind the whole.

    One that asked nothing yet was served least of all. Without anything filled anywhere, nobody stays behind.
    """
    asked = sum(each.asked for each in served.values())
    filled = sum(each.filled for each in served.values())
    if not asked or not filled:
        return ONCE
    own = served.get(nis, Served())
    if not own.asked:
        return ONCE + bonus
    behind = 1 - (own.filled * asked) / (own.asked * filled)
    return ONCE + round(bonus * max(0.0, behind))
