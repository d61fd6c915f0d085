"""The rulebooks that came with this version."""

from __future__ import annotations

from functools import cache

from wortel.kernel.rulebook import Rulebook, parse_rulebook
from wortel.shell.places import reference_folder


@cache
def shipped_rulebook(name: str) -> Rulebook:
    """Read once: the file belongs to the version. Raises `RulebookUnreadable` when it is damaged."""
    return parse_rulebook((reference_folder() / "rulebooks" / f"{name}.toml").read_text(encoding="utf-8"))
