"""Notices of a day gathered into one mail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from wortel.post.domain.address import fingerprint


@dataclass(frozen=True, slots=True)
class Item:
    """One notice in a digest."""

    subject: str
    text: str


def digest_key(recipient: str, day: date) -> str:
    """One digest an address and day."""
    return f"digest:{fingerprint(recipient)}:{day.isoformat()}"


def digest_text(opening: str, items: Sequence[Item]) -> str:
    """The opening, a list of what is in it, and then each notice under its subject."""
    listed = "\n".join(f"- {item.subject}" for item in items)
    told = "\n\n\n".join(f"{item.subject}\n{'=' * min(len(item.subject), 72)}\n\n{item.text.strip()}" for item in items)
    return f"{opening}\n\n{listed}\n\n\n{told}\n" if len(items) > 1 else f"{opening}\n\n{told}\n"
