"""Puts a mail in the outbox, in the transaction of what it is about."""

from __future__ import annotations

from datetime import datetime

from wortel.post.domain.address import NoMailAddress, address_of
from wortel.post.domain.kinds import DIGEST, NEVER, Kind, kind_of
from wortel.post.domain.letter import plain_text, subject_line
from wortel.post.models import Message, Subscriber
from wortel.post.queries import rhythm_of

NO_ADDRESS = "dit is geen mailadres"
MOST_KEY = 120


def put_in_outbox(
    key: str, kind: str, recipient: str, subject: str, text: str, *, at: datetime, person: str = ""
) -> None:
    """The mail leaves after the transaction; a second one with the same key is the same mail and is not added.

    `kind` is a key of domain/kinds.py. A notice that this address refused is not kept, one it wants gathered waits for
    the digest, and without a recipient (someone erased) there is no mail. An address nobody can have undoes no event:
    its mail is parked at once. Raises `UnknownKind`, and `ValueError` for a key that is too long: faults in our code.
    """
    about = kind_of(kind)
    if len(key) > MOST_KEY:
        raise ValueError(f"a key has at most {MOST_KEY} characters")
    if not recipient:
        return
    try:
        address = address_of(recipient)
    except NoMailAddress:
        _keep(key, about, "", "", "", at, person=person, ready_at=at, parked_at=at, last_error=NO_ADDRESS)
        return
    rhythm = rhythm_of(address, about)
    if rhythm == NEVER:
        return
    if about.is_notice:
        Subscriber.objects.get_or_create(recipient=address)
    ready_at = None if rhythm == DIGEST else at
    _keep(key, about, address, subject_line(subject), plain_text(text), at, person=person, ready_at=ready_at)


def _keep(  # noqa: PLR0913  (the columns of one row)
    key: str, kind: Kind, recipient: str, subject: str, text: str, at: datetime, *,
    person: str, ready_at: datetime | None, parked_at: datetime | None = None, last_error: str = "",
) -> None:  # fmt: skip
    Message.objects.get_or_create(
        key=key,
        defaults={
            "kind": kind.key,
            "person": person,
            "recipient": recipient,
            "subject": subject,
            "text": text,
            "rank": kind.rank,
            "created_at": at,
            "ready_at": ready_at,
            "parked_at": parked_at,
            "last_error": last_error,
        },
    )
