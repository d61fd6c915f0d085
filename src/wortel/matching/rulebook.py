"""The rulebook of matching that came with this version."""

from __future__ import annotations

from wortel.kernel.rulebook import Rulebook
from wortel.shell.rulebooks import shipped_rulebook


def matching_rulebook() -> Rulebook:
    """Raises `RulebookUnreadable` when the file is damaged."""
    return shipped_rulebook("matching")
