"""What `wortel check` finds: one line for each thing looked at."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: its name, whether it is in order, and the sentence that says so or says what to do."""

    name: str
    ok: bool
    sentence: str


def good(name: str, sentence: str) -> Finding:
    """In order."""
    return Finding(name, ok=True, sentence=sentence)


def wrong(name: str, sentence: str) -> Finding:
    """Not in order; the sentence says what to do."""
    return Finding(name, ok=False, sentence=sentence)
