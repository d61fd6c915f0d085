"""How long things are kept: numbers of a rulebook."""

from __future__ import annotations

from datetime import datetime
from functools import cache

from wortel.kernel.rulebook import Rulebook, parse_rulebook
from wortel.shell.places import reference_folder


@cache
def retention_rulebook() -> Rulebook:
    """Read once: the file belongs to the version. Raises `RulebookUnreadable` when it is damaged."""
    return parse_rulebook((reference_folder() / "rulebooks" / "retention.toml").read_text(encoding="utf-8"))


def kept_since(at: datetime) -> datetime:
    """Details of before this instant are forgotten. 29 February counts as the 28th. Raises `NoRuleInForce`."""
    years = retention_rulebook().number("trail_details_years", at.date())
    try:
        return at.replace(year=at.year - years)
    except ValueError:
        return at.replace(year=at.year - years, day=28)
