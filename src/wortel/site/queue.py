"""How much mail waits, and whether anyone is sending it."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Count, Q

from wortel.post.public import STATES, Message

STUCK_AFTER = timedelta(minutes=30)
"""A mail that might have gone this long ago and that nobody tried since: no worker runs. A mail server that is away is
another matter: each try moves the moment of the next."""


def queue_lengths(at: datetime) -> dict[str, int]:
    """Mails by state: `waiting` (may go now), `later` (to be tried again), `gathering` (in a digest), `parked`."""
    waiting = STATES["waiting"]
    counts: dict[str, int] = Message.objects.aggregate(
        waiting=Count("pk", filter=waiting & Q(ready_at__lte=at)),
        later=Count("pk", filter=waiting & Q(ready_at__gt=at)),
        gathering=Count("pk", filter=STATES["gathering"]),
        parked=Count("pk", filter=STATES["parked"]),
    )
    return counts


def is_stuck(at: datetime) -> bool:
    """Whether a mail waits that should have been tried long ago."""
    return Message.objects.filter(STATES["waiting"], ready_at__lt=at - STUCK_AFTER).exists()
