"""Lets go of invitations and requests that nobody answered and that ran out long ago."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.people.models import Invitation
from wortel.trail.public import By, leave


def forget_lapsed_invitations(by: By, lapsed_before: datetime, at: datetime) -> int:
    """Deletes those that ran out before that instant, with the address and the words in them; says how many."""
    with transaction.atomic():
        lapsed = Invitation.objects.filter(state=Invitation.State.OPEN, expires_at__lt=lapsed_before)
        forgotten: int = lapsed.delete()[0]
        if forgotten:
            leave(by, "invitation.forgotten", "invitation:*", at=at, after={"invitations": forgotten})
    return forgotten
