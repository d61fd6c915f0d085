"""Forgets what changes changed: when it is long ago, or when it is about someone who is erased. The chain holds."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.trail.actions.leave import in_microseconds, leave
from wortel.trail.domain.by import By
from wortel.trail.models import Details
from wortel.trail.retention import kept_since


def forget_old_details(by: By, at: datetime) -> int:
    """Forgets the details that are older than the rulebook of retention allows; says how many. Raises `NoRuleInForce`.

    An entry says that it happened, and how many there were.
    """
    since = kept_since(at)
    with transaction.atomic():
        forgotten: int = Details.objects.filter(entry__at_us__lt=in_microseconds(since)).delete()[0]
        if forgotten:
            after = {"forgotten": forgotten, "older_than": since.date()}
            leave(by, "trail.details_forgotten", "trail:details", at=at, after=after, why="bewaartijd voorbij")
    return forgotten


def forget_details_about(by: By, person: str, at: datetime) -> int:
    """Forgets every detail about a person (their ref), for erasure; says how many.

    The entry left holds the ref only, which without the person's row is nobody's.
    """
    with transaction.atomic():
        forgotten: int = Details.objects.filter(entry__about_person=person).delete()[0] if person else 0
        if forgotten:
            leave(by, "trail.details_forgotten", f"person:{person}", at=at, after={"forgotten": forgotten})
    return forgotten
