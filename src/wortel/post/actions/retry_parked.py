"""Gives a mail that was given up another full round of tries."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.post.models import Message
from wortel.trail.public import By, leave


class NotParked(ValueError):
    """This mail was not given up, or its text is gone."""


def retry_parked(by: By, key: str, at: datetime) -> None:
    """Raises `Message.DoesNotExist`, and `NotParked` when it waits, was sent or was emptied."""
    with transaction.atomic():
        message = Message.objects.select_for_update().get(key=key)
        if message.parked_at is None or not message.text:
            raise NotParked(key)
        message.parked_at, message.attempts, message.ready_at = None, 0, at
        message.save(update_fields=["parked_at", "attempts", "ready_at"])
        leave(by, "mail.retried", f"mail:{message.pk}", at=at, after={"kind": message.kind})


def retry_all_parked(by: By, at: datetime) -> int:
    """How many mails wait again; those without a text stay where they are."""
    with transaction.atomic():
        parked = Message.objects.filter(parked_at__isnull=False).exclude(text="")
        count = parked.update(parked_at=None, attempts=0, ready_at=at)
        if count:
            leave(by, "mail.retried", "mail:all", at=at, after={"count": count})
    return count
