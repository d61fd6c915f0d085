"""A step that someone wants to take with an introduction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Wish:
    """`version` is the one they looked at; `None`: whatever it is now."""

    step: str
    side: str
    version: int | None = None
    planned_on: date | None = None
    why: str = ""
    text: str = ""
