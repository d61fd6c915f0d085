"""Empties what was sent long enough ago."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from wortel.post.domain.retention import KEEP_PARKED, KEEP_RECIPIENT, KEEP_TEXT
from wortel.post.models import Message


def forget_sent(at: datetime) -> int:
    """How many mails were emptied: their text after some time, their address after longer. Keys and days stay."""
    with transaction.atomic():
        texts = Message.objects.filter(
            Q(sent_at__lte=at - KEEP_TEXT) | Q(parked_at__lte=at - KEEP_PARKED), ~Q(text="", subject="")
        ).update(text="", subject="", last_error="")
        Message.objects.filter(
            Q(sent_at__lte=at - KEEP_RECIPIENT) | Q(parked_at__lte=at - KEEP_RECIPIENT) | _gathered_before(at),
            ~Q(recipient=""),
        ).update(recipient="", person="")
    return texts


def _gathered_before(at: datetime) -> Q:
    return Q(ready_at=None, created_at__lte=at - KEEP_RECIPIENT) & ~Q(gathered_in="")
