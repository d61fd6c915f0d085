"""Names of things that stand in an address."""

from __future__ import annotations

import secrets


def new_ref() -> str:
    """A name nobody can guess: 96 bits, 24 characters."""
    return secrets.token_hex(12)
