"""Notes that somebody signed out, or that a session came to its end."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.people.models import Person
from wortel.trail.public import By, leave


def note_sign_out(by: By, person: Person, at: datetime) -> None:
    """One session of this person is over."""
    with transaction.atomic():
        leave(by, "person.signed_out", f"person:{person.ref}", at=at)
