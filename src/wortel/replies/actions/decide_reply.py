"""Decides on a reply: accepted or refused, with the answer its author will read."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from wortel.replies.mailing import mail_author
from wortel.replies.models import Reply


class NotOpen(ValueError):
    """The reply was not confirmed yet, or was decided before; `state` tells which."""

    def __init__(self, state: str) -> None:
        super().__init__(state)
        self.state = state


def decide_reply(ref: str, *, accepted: bool, decision: str, at: datetime) -> Reply:
    """Closes an open reply and mails the answer.

    Raises `NotOpen`, `Reply.DoesNotExist`, or `MailNotSent`; then nothing changed.
    """
    with transaction.atomic():
        reply = Reply.objects.select_for_update().get(ref=ref)
        if reply.state != Reply.State.OPEN:
            raise NotOpen(reply.state)
        reply.state = Reply.State.ACCEPTED if accepted else Reply.State.REFUSED
        reply.decision, reply.decided_at = decision, at
        reply.save(update_fields=["state", "decision", "decided_at"])
        mail_author(reply, gettext("Antwoord op je melding bij Wortel"), "replies/decided.txt")
    return reply
