"""Notes that somebody signed in."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.people.models import Person
from wortel.trail.public import By, leave


def note_sign_in(by: By, person: Person, means: str, at: datetime) -> None:
    """`means` names how: `code`, `passkey`, `code and app` …"""
    with transaction.atomic():
        person.seen_on = at.date()
        person.reminded_on = None
        person.save(update_fields=["seen_on", "reminded_on"])
        leave(by, "person.signed_in", f"person:{person.ref}", at=at, why=means)
