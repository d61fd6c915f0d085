"""Confirms a reply: its author followed the link in the mail, so it goes to the people who decide."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.replies.models import Reply
from wortel.replies.target import organisation_in
from wortel.trail.public import By, leave


def confirm_reply(by: By, ref: str, at: datetime) -> Reply:
    """Opens the reply for review; one that was confirmed before stays as it is. Raises `Reply.DoesNotExist`."""
    with transaction.atomic():
        reply = Reply.objects.select_for_update().get(ref=ref)
        if reply.state == Reply.State.UNCONFIRMED:
            reply.state, reply.confirmed_at = Reply.State.OPEN, at
            reply.save(update_fields=["state", "confirmed_at"])
            leave(by, "reply.confirmed", f"reply:{ref}", at=at, concerns=organisation_in(reply.target))
    return reply
