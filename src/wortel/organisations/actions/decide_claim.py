"""Decides on a claim that waits on the review desk."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.organisations.actions.accepting import close_claim
from wortel.organisations.models import Claim
from wortel.trail.public import By


class ClaimNotOpen(ValueError):
    """The claim does not wait for a decision, or there is none with that ref; `state` tells which (empty: none)."""

    def __init__(self, state: str) -> None:
        super().__init__(state)
        self.state = state


def decide_claim(by: By, ref: str, accepted: bool, answer: str, at: datetime) -> Claim:
    """Closes an open claim with an answer; accepted, the claimant becomes administrator. Mails who must know.

    Raises `ClaimNotOpen`, and then nothing changed.
    """
    with transaction.atomic():
        claim = Claim.objects.select_for_update().filter(ref=ref).first()
        if claim is None or claim.state != Claim.State.OPEN:
            raise ClaimNotOpen(claim.state if claim else "")
        close_claim(by, claim, accepted=accepted, ground="review", answer=answer, at=at)
    return claim
