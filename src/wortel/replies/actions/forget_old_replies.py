"""Lets go of replies nobody confirmed, and of who sent those that were decided long ago."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from wortel.replies.models import Reply
from wortel.trail.public import By, leave

DECIDED = (Reply.State.ACCEPTED, Reply.State.REFUSED, Reply.State.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many were deleted, and of how many the author and the words were emptied."""

    deleted: int
    emptied: int


def forget_old_replies(by: By, *, unconfirmed_before: datetime, decided_before: datetime, at: datetime) -> Forgotten:
    """Deletes what was never confirmed; of what was decided stays that it was, about what, when and how."""
    with transaction.atomic():
        unconfirmed = Reply.objects.filter(state=Reply.State.UNCONFIRMED, created_at__lt=unconfirmed_before)
        deleted: int = unconfirmed.delete()[0]
        decided = Reply.objects.filter(state__in=DECIDED, decided_at__lt=decided_before).exclude(author_email="")
        emptied = decided.update(author_name="", author_email="", organisation="", message="", decision="")
        done = Forgotten(deleted, emptied)
        if deleted or emptied:
            leave(by, "reply.forgotten", "reply:*", at=at, after={"deleted": deleted, "emptied": emptied})
    return done
