"""Takes the next mail that may leave, for one worker only."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from wortel.post.domain.kinds import kind_of
from wortel.post.domain.schedule import LEASE, MOST_TRIES, is_too_late
from wortel.post.models import Message
from wortel.post.queries import STATES

TOO_LATE = "te laat: wie hierop wachtte, heeft er niets meer aan"
WORKER_DIED = "de werker viel telkens uit terwijl hij deze mail verstuurde"


def claim_mail(at: datetime) -> Message | None:
    """The most urgent mail that is ready, held by the caller until its lease ends; `None` when nothing is ready.

    `attempts` counts this try, and tells afterwards whether the lease is still the caller's. One short transaction:
    SQLite lets one writer in at a time, PostgreSQL skips rows another worker has just locked.
    """
    if not _ready(at).exists():
        return None  # without taking SQLite's only write lock
    with transaction.atomic():
        while message := _ready(at).select_for_update(skip_locked=True).order_by("rank", "ready_at", "pk").first():
            useless = _why_not(message, at)
            if not useless:
                message.attempts += 1
                message.lease_until = at + LEASE
                message.save(update_fields=["attempts", "lease_until"])
                return message
            park(message, useless, at)
    return None


def park(message: Message, why: str, at: datetime) -> None:
    """Gives a mail up. A text that opens a door is not kept."""
    message.parked_at, message.lease_until, message.last_error = at, None, why
    if kind_of(message.kind).holds_secret:
        message.text = ""
    message.save(update_fields=["parked_at", "lease_until", "last_error", "text"])


def _ready(at: datetime) -> QuerySet[Message]:
    return Message.objects.filter(
        Q(lease_until=None) | Q(lease_until__lte=at),
        STATES["waiting"],
        ready_at__lte=at,
    )


def _why_not(message: Message, at: datetime) -> str:
    if is_too_late(kind_of(message.kind), message.created_at, at):
        return TOO_LATE
    return WORKER_DIED if message.attempts >= MOST_TRIES else ""
