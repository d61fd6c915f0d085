"""How long things are kept: numbers of a rulebook."""

from __future__ import annotations

from datetime import datetime

from wortel.kernel.rulebook import Rulebook
from wortel.shell.rulebooks import shipped_rulebook


def retention_rulebook() -> Rulebook:
    """Raises `RulebookUnreadable` when the file is damaged."""
    return shipped_rulebook("retention")


def kept_since(at: datetime) -> datetime:
    """Details of before this instant are forgotten. 29 February counts as the 28th. Raises `NoRuleInForce`."""
    years = retention_rulebook().number("trail_details_years", at.date())
    try:
        return at.replace(year=at.year - years)
    except ValueError:
        return at.replace(year=at.year - years, day=28)
