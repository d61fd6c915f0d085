"""Forgets a person's mail: what waits is not sent, what was sent loses its text and address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction

from wortel.post.models import Message, Preference, Subscriber
from wortel.post.queries import STATES, about, addresses_in
from wortel.trail.public import By, leave


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many mails were taken out or emptied, and how many choices went."""

    withdrawn: int
    emptied: int
    choices: int


def forget_address(by: By, emails: Sequence[str], person: str, at: datetime) -> Forgotten:
    """Forgets every mail to that person (by ref) or to those addresses. A mail that is leaving this instant may still.

    Keys and days stay, so that no event is mailed a second time.
    """
    addresses = addresses_in(emails)
    with transaction.atomic():
        theirs = Message.objects.filter(about(person, emails))
        withdrawn, _ = theirs.filter(STATES["waiting"] | STATES["gathering"] | STATES["parked"]).delete()
        emptied = theirs.exclude(recipient="").update(recipient="", person="", subject="", text="", last_error="")
        choices, _ = Preference.objects.filter(recipient__in=addresses).delete()
        Subscriber.objects.filter(recipient__in=addresses).delete()
        done = Forgotten(withdrawn, emptied, choices)
        thing = f"person:{person}" if person else "mail:address"
        leave(by, "mail.forgotten", thing, at=at, after=asdict(done), about_person=person)
    return done
