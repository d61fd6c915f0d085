"""The rulebook of groupings that came with this version, as the domain wants its numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wortel.alliances.domain.problem import Limits, Weights
from wortel.alliances.domain.scoring import CRITERIA
from wortel.kernel.rulebook import Rulebook
from wortel.shell.rulebooks import shipped_rulebook

EMPHASES = ("even", "travel", "ties")


def alliances_rulebook() -> Rulebook:
    """Raises `RulebookUnreadable` when the file is damaged."""
    return shipped_rulebook("alliances")


@dataclass(frozen=True, slots=True)
class Policy:
    """What the rulebook says on a day, for one emphasis."""

    usual: Limits
    possible: Limits
    weights: Weights
    body_full: int
    ties_full: int
    kept_pairs: float


def policy_on(on: date, emphasis: str = EMPHASES[0]) -> Policy:
    """Raises `NoRuleInForce`."""
    number = alliances_rulebook().number
    return Policy(
        Limits(number("usual_fewest", on), number("usual_most", on)),
        Limits(number("possible_fewest", on), number("possible_most", on)),
        Weights(
            **{name: float(number(f"{emphasis}_{name}", on)) for name in CRITERIA}, far_km=float(number("far_km", on))
        ),
        number("body_full", on),
        number("ties_full", on),
        number("kept_pairs_percent", on) / 100,
    )
