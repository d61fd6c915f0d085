"""Claims a profile by review: someone of the programme reads why."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.kernel.reason import Reason
from wortel.organisations.actions.accepting import open_claim
from wortel.organisations.actions.claiming import new_claim, refuse, too_many
from wortel.organisations.models import Claim
from wortel.organisations.queries.organisation import Organisation
from wortel.trail.public import By


def claim_by_review(by: By, about: Organisation, message: str, at: datetime) -> Claim:
    """Lays the claim on the review desk. Raises `ClaimRefused`, and then only the trail knows."""
    if Claim.objects.filter(person=by.person, actor=about.ref, state=Claim.State.OPEN).exists():
        raise refuse(by, about.ref, Reason.of("organisations.claim_waits"), at)
    if too_many(by, "", at):
        raise refuse(by, about.ref, Reason.of("organisations.too_many_claims"), at)
    with transaction.atomic():
        claim = new_claim(by, about, Claim.Proof.REVIEW, at, state=Claim.State.OPEN, message=message)
        open_claim(by, claim, at)
    return claim
