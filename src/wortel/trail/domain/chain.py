"""The chain: each entry carries the fingerprint of the one before it, so that none can be changed or taken away.

Details (what changed, before and after) enter the chain by their own fingerprint only. They may be forgotten, for
privacy or because they are old, and the chain still holds. A random salt inside them keeps their content from being
guessed back from the fingerprint.

Method: linked time-stamping, Haber and Stornetta (1991), with SHA-256.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

GENESIS = "0" * 64
"""What stands before the first entry."""

CHAINED = (
    "number", "at_us", "channel", "person", "organisation", "request", "verb", "thing", "concerns", "about_person",
    "why", "details_hash",
)  # fmt: skip
"""The columns the chain is made of, in their order."""

BETWEEN = "\x1f"
"""What keeps the cells apart: `storable` lets no cell hold it."""

Cell = str | int


def link(previous: str, cells: Sequence[Cell]) -> str:
    """The fingerprint of an entry: of the one before it and of all its cells, in their fixed order. Hex, 64 long."""
    return link_joined(previous, BETWEEN + BETWEEN.join(map(str, cells)))


def link_joined(previous: str, joined: str) -> str:
    """The same, for cells that were joined already, each with `BETWEEN` before it."""
    return sha256((previous + joined).encode()).hexdigest()


def details_fingerprint(details: str) -> str:
    """The fingerprint of the details as they are written, hex; empty for none."""
    return sha256(details.encode()).hexdigest() if details else ""
