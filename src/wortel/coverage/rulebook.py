"""The rulebook of reach that came with this version."""

from __future__ import annotations

from wortel.kernel.rulebook import Rulebook
from wortel.shell.rulebooks import shipped_rulebook


def reach_rulebook() -> Rulebook:
    """Raises `RulebookUnreadable` when the file is damaged."""
    return shipped_rulebook("reach")


FIRST_RULED_YEAR = 2014
"""First year for which the rulebook has a rule: activities outside school began in February 2014."""
