"""Decides on a reply: accepted or refused, with the answer its author will read."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from wortel.replies.mailing import mail_author
from wortel.replies.models import Reply
from wortel.replies.target import organisation_in
from wortel.trail.public import By, leave


class NotOpen(ValueError):
    """The reply was not confirmed yet, or was decided before: `state`, and by whom (ref) and when."""

    def __init__(self, state: str, decided_by: str = "", decided_at: datetime | None = None) -> None:
        super().__init__(state)
        self.state, self.decided_by, self.decided_at = state, decided_by, decided_at


class NoAnswer(ValueError):
    """A refusal without a word of explanation: its author could do nothing with it."""


def decide_reply(by: By, ref: str, *, accepted: bool, decision: str, at: datetime) -> Reply:
    """Closes an open reply and mails the answer. Raises `NotOpen`, `NoAnswer`, `Reply.DoesNotExist`."""
    if not accepted and not decision.strip():
        raise NoAnswer(ref)
    with transaction.atomic():
        reply = lock_open_reply(ref)
        reply.state = Reply.State.ACCEPTED if accepted else Reply.State.REFUSED
        reply.decision, reply.decided_at, reply.decided_by = decision, at, by.person
        reply.save(update_fields=["state", "decision", "decided_at", "decided_by"])
        mail_author(reply, "decided", gettext("Antwoord op je melding bij Wortel"), "replies/decided.txt", at)
        leave(
            by,
            "reply.decided",
            f"reply:{ref}",
            at=at,
            before={"state": str(Reply.State.OPEN)},
            after={"state": str(reply.state)},
            concerns=organisation_in(reply.target),
            about_person=reply.person,
        )
    return reply


def lock_open_reply(ref: str) -> Reply:
    """The reply, locked until the transaction ends. Raises `NotOpen`, `Reply.DoesNotExist`."""
    reply: Reply = Reply.objects.select_for_update().get(ref=ref)
    if reply.state != Reply.State.OPEN:
        raise NotOpen(reply.state, reply.decided_by, reply.decided_at)
    return reply
