"""Notes that somebody has another mail address from now on."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.people.models import Person
from wortel.trail.public import By, leave


def note_address(by: By, person: Person, before: str, after: str, at: datetime) -> None:
    """The person row holds the new address already; the trail keeps both, as details that can be forgotten."""
    with transaction.atomic():
        leave(
            by,
            "address.changed",
            f"person:{person.ref}",
            at=at,
            before={"email": before},
            after={"email": after},
            about_person=person.ref,
        )
