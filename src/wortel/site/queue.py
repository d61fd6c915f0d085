"""How much mail waits, and whether it still moves."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.apps import apps
from django.db.models import Count, Model, Q, QuerySet

STUCK_AFTER = timedelta(minutes=30)
"""A mail that could have gone this long ago, while no worker touched it: nobody is working."""


def queue_lengths(at: datetime) -> dict[str, int]:
    """Mails by state: `waiting` (may go now), `later` (to be tried again later), `parked` (given up)."""
    open_ = Q(sent_at=None, parked_at=None)
    counts: dict[str, int] = _messages().aggregate(
        waiting=Count("pk", filter=open_ & Q(ready_at__lte=at)),
        later=Count("pk", filter=open_ & Q(ready_at__gt=at)),
        parked=Count("pk", filter=Q(parked_at__isnull=False)),
    )
    return counts


def is_stuck(at: datetime) -> bool:
    """Whether a mail waits that should have gone long ago."""
    return bool(_messages().filter(sent_at=None, parked_at=None, ready_at__lt=at - STUCK_AFTER).exists())


def _messages() -> QuerySet[Model]:
    return apps.get_model("post", "Message")._default_manager.all()
