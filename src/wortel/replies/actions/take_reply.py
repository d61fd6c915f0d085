"""Says who looks into a reply, so that two people do not do the same work."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.replies.actions.decide_reply import lock_open_reply
from wortel.replies.models import Reply
from wortel.replies.target import organisation_in
from wortel.trail.public import By, leave


def take_reply(by: By, ref: str, at: datetime) -> Reply:
    """Puts the signer's name on it, also when another had taken it. Raises `NotOpen`, `Reply.DoesNotExist`."""
    with transaction.atomic():
        reply = lock_open_reply(ref)
        if reply.taken_by != by.person:
            before = reply.taken_by
            reply.taken_by, reply.taken_at = by.person, at
            reply.save(update_fields=["taken_by", "taken_at"])
            leave(
                by,
                "reply.taken",
                f"reply:{ref}",
                at=at,
                before={"taken_by": before},
                after={"taken_by": by.person},
                concerns=organisation_in(reply.target),
            )
    return reply
