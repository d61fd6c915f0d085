"""The rulebook of the network that came with this version."""

from __future__ import annotations

from wortel.kernel.rulebook import Rulebook
from wortel.shell.rulebooks import shipped_rulebook


def network_rulebook() -> Rulebook:
    """Raises `RulebookUnreadable` when the file is damaged."""
    return shipped_rulebook("network")
