"""The rulebook of reach that came with this version."""

from __future__ import annotations

from functools import cache

from wortel.kernel.rulebook import Rulebook, parse_rulebook
from wortel.shell.places import reference_folder


@cache
def reach_rulebook() -> Rulebook:
    """Read once: the file belongs to the version. Raises `RulebookUnreadable` when it is damaged."""
    return parse_rulebook((reference_folder() / "rulebooks" / "reach.toml").read_text(encoding="utf-8"))


FIRST_RULED_YEAR = 2014
"""First year for which the rulebook has a rule: activities outside school began in February 2014."""
