"""Notes that somebody was not let in, and on what ground. Changes nothing else."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.trail.public import By, leave


def refuse_sign_in(by: By, door: str, ground: str, at: datetime) -> None:
    """`door` is how they came (`openid`, `passkey`, `code`); `ground` a key. Holds nothing about who it was."""
    with transaction.atomic():
        leave(by, "sign_in.refused", f"sign_in:{door}", at=at, why=ground)
