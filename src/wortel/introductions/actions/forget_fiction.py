"""Removes every fictional introduction, with what was said of it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.introductions.models import Introduction
from wortel.trail.public import By, leave


def forget_fictional_introductions(by: By, at: datetime) -> int:
    """Says how many there were."""
    with transaction.atomic():
        rows = Introduction.objects.filter(is_fictional=True)
        gone = rows.count()
        rows.delete()
        if gone:
            leave(by, "fiction.forgotten", "introductions:demo", at=at, after={"rows": gone})
    return gone
