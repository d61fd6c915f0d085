"""Lets go of claims whose link nobody followed."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.organisations.models import Claim
from wortel.trail.public import By, leave


def forget_unconfirmed_claims(by: By, made_before: datetime, at: datetime) -> int:
    """Deletes claims made before that instant and never confirmed, with the address in them; says how many."""
    with transaction.atomic():
        forgotten: int = Claim.objects.filter(state=Claim.State.SENT, made_at__lt=made_before).delete()[0]
        if forgotten:
            leave(by, "claim.forgotten", "claim:*", at=at, after={"claims": forgotten})
    return forgotten
