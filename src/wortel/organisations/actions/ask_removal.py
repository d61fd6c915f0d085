"""Asks that a whole profile is taken away: someone of the programme decides."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.organisations.actions.save_draft import lock_organisation
from wortel.organisations.models import Removal
from wortel.shell.refs import new_ref
from wortel.trail.public import By, leave


class RemovalWaits(ValueError):
    """A request about this organisation waits already."""


def ask_removal(by: By, ref: str, why: str, at: datetime) -> Removal:
    """Lays the request on the review desk. Raises `RemovalWaits`."""
    with transaction.atomic():
        lock_organisation(ref, at)
        if Removal.objects.filter(actor=ref, decided_at=None).exists():
            raise RemovalWaits(ref)
        asked = Removal.objects.create(ref=new_ref(), actor=ref, person=by.person, what="profile", why=why, made_at=at)
        after = {"why": why}
        leave(by, "removal.asked", f"removal:{asked.ref}", at=at, after=after, concerns=ref, about_person=by.person)
    return asked
