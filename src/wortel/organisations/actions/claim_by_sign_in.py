"""Claims a profile by the organisation code that an official sign-in gave."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.kernel.reason import Reason
from wortel.organisations.actions.accepting import close_claim, open_claim
from wortel.organisations.actions.claiming import new_claim, refuse, too_many
from wortel.organisations.actions.save_draft import lock_organisation
from wortel.organisations.domain.proof import is_code_of
from wortel.organisations.models import Claim
from wortel.organisations.queries.organisation import Organisation
from wortel.people.public import administrators
from wortel.trail.public import By


def claim_by_sign_in(by: By, about: Organisation, code: str, at: datetime) -> Claim:
    """The claim: accepted at once, or for the review desk when the profile has an administrator.

    Raises `ClaimRefused` when the code is not one of the organisation's numbers.
    """
    if not is_code_of(code, about.numbers):
        raise refuse(by, about.ref, Reason.of("organisations.code_of_another"), at)
    if too_many(by, "", at):
        raise refuse(by, about.ref, Reason.of("organisations.too_many_claims"), at)
    with transaction.atomic():
        claim = new_claim(by, about, Claim.Proof.SIGN_IN, at, state=Claim.State.OPEN)
        lock_organisation(about.ref, at)
        if administrators(about.ref, at.date()):
            open_claim(by, claim, at)
        else:
            close_claim(by, claim, accepted=True, ground="sign_in", answer="", at=at)
    return claim
