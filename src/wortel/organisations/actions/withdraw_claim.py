"""Takes back a claim that nobody decided yet."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.organisations.actions.claiming import WAITING
from wortel.organisations.models import Claim
from wortel.trail.public import By, leave


def withdraw_claim(by: By, actor: str, at: datetime) -> bool:
    """Withdraws what this person had waiting for that organisation; false when there was nothing."""
    with transaction.atomic():
        rows = Claim.objects.select_for_update().filter(person=by.person, actor=actor, state__in=WAITING)
        claim = rows.first()
        if claim is None:
            return False
        claim.state, claim.decided_at = Claim.State.WITHDRAWN, at
        claim.save(update_fields=["state", "decided_at"])
        leave(by, "claim.withdrawn", f"claim:{claim.ref}", at=at, concerns=actor)
    return True
