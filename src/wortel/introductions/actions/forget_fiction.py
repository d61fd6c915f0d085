"""Removes every fictional introduction, with what was said of it, and the runs that looked for them."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.introductions.models import Introduction, Run
from wortel.trail.public import By, leave


def forget_fictional_introductions(by: By, at: datetime) -> int:
    """Says how many there were."""
    with transaction.atomic():
        rows = Introduction.objects.filter(is_fictional=True)
        gone = rows.count()
        rows.delete()
        gone += Run.objects.filter(is_fictional=True).delete()[0]
        if gone:
            leave(by, "fiction.forgotten", "introductions:demo", at=at, after={"rows": gone})
    return gone
