"""Puts a mail in the outbox, in the transaction of what it is about."""

from __future__ import annotations

from datetime import datetime

from wortel.post.models import Message


def put_in_outbox(
    key: str, kind: str, recipient: str, subject: str, text: str, *, at: datetime, person: str = ""
) -> None:
    """The mail leaves after the transaction; a second one with the same key is the same mail and is not added."""
    Message.objects.get_or_create(
        key=key,
        defaults={
            "kind": kind,
            "person": person,
            "recipient": recipient,
            "subject": " ".join(subject.split())[:200],
            "text": text,
            "created_at": at,
            "ready_at": at,
        },
    )
