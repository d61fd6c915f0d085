"""What the outbox holds, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from django.db.models import Count, Q, QuerySet

from wortel.post.domain.address import NoMailAddress, address_of
from wortel.post.domain.kinds import CHOOSABLE, DIRECT, Kind
from wortel.post.models import Message, Preference

STATES: Mapping[str, Q] = {
    "waiting": Q(sent_at=None, parked_at=None, ready_at__isnull=False),
    "parked": Q(parked_at__isnull=False),
    "sent": Q(sent_at__isnull=False),
    "gathering": Q(ready_at=None, parked_at=None, gathered_in=""),
    "gathered": Q(ready_at=None) & ~Q(gathered_in=""),
}


STUCK_AFTER = timedelta(minutes=30)
"""A mail that might have gone this long ago and that nobody tried since: no worker runs. A mail server that is away is
another matter: each try moves the moment of the next."""


def queue_lengths(at: datetime) -> dict[str, int]:
    """Mails by state: `waiting` (may go now), `later` (to be tried again), `gathering` (in a digest), `parked`."""
    waiting = STATES["waiting"]
    counts: dict[str, int] = Message.objects.aggregate(
        waiting=Count("pk", filter=waiting & Q(ready_at__lte=at)),
        later=Count("pk", filter=waiting & Q(ready_at__gt=at)),
        gathering=Count("pk", filter=STATES["gathering"]),
        parked=Count("pk", filter=STATES["parked"]),
    )
    return counts


def is_stuck(at: datetime) -> bool:
    """Whether a mail waits that should have been tried long ago."""
    return Message.objects.filter(STATES["waiting"], ready_at__lt=at - STUCK_AFTER).exists()


def rhythm_of(address: str, kind: Kind) -> str:
    """How that address wants that kind: direct for a service mail, else what it chose, else what is usual."""
    if not kind.is_notice or kind not in CHOOSABLE:
        return DIRECT
    chosen = Preference.objects.filter(recipient=address, kind=kind.key).values_list("rhythm", flat=True).first()
    return chosen or kind.usual


def rhythms_of(address: str) -> dict[str, str]:
    """What that address gets of each kind it may choose about. One query."""
    chosen = dict(Preference.objects.filter(recipient=address).values_list("kind", "rhythm"))
    return {kind.key: chosen.get(kind.key, kind.usual) for kind in CHOOSABLE}


def messages_in(state: str, most: int = 500) -> QuerySet[Message]:
    """The mails in that state, the newest first."""
    return Message.objects.filter(STATES[state]).order_by("-created_at", "-pk")[:most]


def newest_example_messages(most: int) -> QuerySet[Message]:
    """The mails written last to an address that nobody can have (RFC 2606), whatever their state."""
    made_up = Message.objects.filter(recipient__iregex=r"@([^@]+\.)?example\.(com|net|org)$")
    return made_up.exclude(text="").order_by("-created_at", "-pk")[:most]


def state_of(message: Message) -> str:
    """How far a mail got, as a key of `STATES`."""
    if message.parked_at:
        return "parked"
    if message.sent_at:
        return "sent"
    if message.ready_at is None:
        return "gathered" if message.gathered_in else "gathering"
    return "waiting"


def about(person: str, emails: Sequence[str]) -> Q:
    """The condition for mail to that person (empty: nobody) or to one of those addresses."""
    found = Q(recipient__in=addresses_in(emails))
    return found | Q(person=person) if person else found


def addresses_in(emails: Sequence[str]) -> list[str]:
    """The addresses in the form we keep them; what is no address is left out, for nothing was ever sent to it."""
    found = []
    for email in emails:
        try:
            found.append(address_of(email))
        except NoMailAddress:
            continue
    return found
