"""Confirms a claim: the link in the mail was followed, by who asked for it, in time, once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from wortel.organisations.actions.accepting import close_claim, open_claim
from wortel.organisations.actions.save_draft import lock_organisation
from wortel.organisations.links import VALID_FOR
from wortel.organisations.models import Claim
from wortel.people.public import administrators
from wortel.trail.public import By, leave

ACCEPTED, WAITS, EXPIRED, USED, FOREIGN = "accepted", "waits", "expired", "used", "foreign"


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The claim, and what became of it: one of the five words above."""

    claim: Claim
    outcome: str


def state_of_link(claim: Claim, person: str, at: datetime) -> str:
    """Why the link of this claim does not work for that person at that instant; empty: it does."""
    if claim.person != person:
        return FOREIGN
    if claim.state != Claim.State.SENT:
        return USED
    return EXPIRED if at - claim.made_at >= VALID_FOR else ""


def confirm_claim(by: By, ref: str, at: datetime) -> Confirmed:
    """Makes the claimant administrator; where there is one already, the review desk decides and that one is told.

    A link that is too old, used or of another changes nothing but the trail. Raises `Claim.DoesNotExist`.
    """
    with transaction.atomic():
        claim = Claim.objects.select_for_update().get(ref=ref)
        wrong = state_of_link(claim, by.person, at)
        if wrong:
            after = {"link": wrong}
            leave(by, "claim.refused", f"claim:{ref}", at=at, after=after, concerns=claim.actor, about_person=by.person)
            return Confirmed(claim, wrong)
        lock_organisation(claim.actor, at)
        if administrators(claim.actor, at.date()):
            open_claim(by, claim, at)
            return Confirmed(claim, WAITS)
        close_claim(by, claim, accepted=True, ground="domain", answer="", at=at)
    return Confirmed(claim, ACCEPTED)
