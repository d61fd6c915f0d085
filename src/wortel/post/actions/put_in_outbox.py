"""Puts a mail in the outbox, in the transaction of what it is about."""

from __future__ import annotations

from datetime import datetime

from wortel.post.domain.address import address_of
from wortel.post.domain.kinds import NEVER, kind_of
from wortel.post.domain.letter import plain_text, subject_line
from wortel.post.models import Message, Subscriber
from wortel.post.queries import rhythm_of


def put_in_outbox(
    key: str, kind: str, recipient: str, subject: str, text: str, *, at: datetime, person: str = ""
) -> None:
    """The mail leaves after the transaction; a second one with the same key is the same mail and is not added.

    `kind` is a key of domain/kinds.py. A notice that this address refused is not kept; one it wants gathered waits for
    the digest. Raises `UnknownKind` and `NoMailAddress`.
    """
    about, address = kind_of(kind), address_of(recipient)
    rhythm = rhythm_of(address, about)
    if rhythm == NEVER:
        return
    if about.is_notice:
        Subscriber.objects.get_or_create(recipient=address)
    Message.objects.get_or_create(
        key=key,
        defaults={
            "kind": kind,
            "person": person,
            "recipient": address,
            "subject": subject_line(subject),
            "text": plain_text(text),
            "rank": about.rank,
            "rhythm": rhythm,
            "created_at": at,
            "ready_at": at,
        },
    )
