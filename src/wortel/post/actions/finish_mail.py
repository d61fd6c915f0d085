"""Writes down how the sending of a mail ended, if the mail is still ours."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction

from wortel.post.actions.claim_mail import park
from wortel.post.domain.kinds import kind_of
from wortel.post.domain.refusal import is_final, what_happened
from wortel.post.domain.schedule import seed_of, wait_after
from wortel.post.models import Message


def finish_sent(claimed: Message, at: datetime) -> bool:
    """Marks the mail as sent; false when another worker has taken it over meanwhile: then it may arrive twice, with
    one and the same Message-ID.
    """
    forgets = kind_of(claimed.kind).holds_secret and not settings.DEMO_MAILBOX
    emptied = {"text": ""} if forgets else {}
    ours = Message.objects.filter(pk=claimed.pk, attempts=claimed.attempts, sent_at=None, parked_at=None)
    return bool(ours.update(sent_at=at, lease_until=None, last_error="", **emptied))


def finish_failed(claimed: Message, error: Exception, at: datetime) -> bool:
    """Sets the next try, or gives the mail up; true when it was given up."""
    with transaction.atomic():
        ours = Message.objects.select_for_update().filter(
            pk=claimed.pk, attempts=claimed.attempts, sent_at=None, parked_at=None
        )
        message = ours.first()
        if message is None:
            return False
        wait = None if is_final(error) else wait_after(message.attempts, seed_of(message.key, message.attempts))
        if wait is None:
            park(message, what_happened(error), at)
            return True
        message.ready_at, message.lease_until, message.last_error = at + wait, None, what_happened(error)
        message.save(update_fields=["ready_at", "lease_until", "last_error"])
    return False
