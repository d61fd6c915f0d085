"""Leaves on the trail that someone was refused, so that who keeps watch can see it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.kernel.reason import Reason
from wortel.trail.public import By, leave


def note_refusal(by: By, verb: str, thing: str, reason: Reason, *, at: datetime, concerns: str = "") -> None:
    """One line, without names: who tried what, and the key of the reason."""
    with transaction.atomic():
        leave(by, verb, thing, at=at, why=reason.key, concerns=concerns)
