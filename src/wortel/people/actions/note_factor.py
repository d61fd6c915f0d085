"""Notes that what guards an account changed: a passkey, an app, recovery codes, a password, a linked provider."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.people.models import Person
from wortel.trail.public import By, leave


def note_factor(by: By, person: Person, what: str, change: str, at: datetime) -> None:
    """`what` is its kind (`webauthn`, `totp`, `recovery_codes`, `password`, `identity`); `change`: added, removed, …"""
    with transaction.atomic():
        leave(by, f"factor.{change}", f"person:{person.ref}", at=at, why=what)
