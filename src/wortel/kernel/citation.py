"""Where a fact or a rule comes from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Citation:
    """A source as a reader can find it again: its name, its address if it has one, and its own date as printed."""

    source: str
    url: str = ""
    dated: str = ""
    note: str = ""
