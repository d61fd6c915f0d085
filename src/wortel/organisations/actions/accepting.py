"""Closes a claim with yes or no, inside the transaction of the action that decides."""

from __future__ import annotations

from datetime import datetime

from wortel.organisations.actions.claiming import mail_claimant, tell_administrators
from wortel.organisations.models import Claim
from wortel.people.domain.capacities import ADMINISTRATOR
from wortel.people.public import Person, Scope, give_mandate
from wortel.trail.public import By, leave


def close_claim(by: By, claim: Claim, *, accepted: bool, ground: str, answer: str, at: datetime) -> None:
    """Accepted: the claimant becomes administrator. Who claimed and who kept the profile already get a mail."""
    claim.state = Claim.State.ACCEPTED if accepted else Claim.State.REFUSED
    claim.decided_at, claim.decided_by, claim.answer = at, by.person, answer
    claim.save(update_fields=["state", "decided_at", "decided_by", "answer"])
    mail_claimant(claim, at)
    if accepted:
        tell_administrators(claim, "accepted", at)
        person = Person.objects.get(ref=claim.person)
        give_mandate(by, person, ADMINISTRATOR, Scope(organisation=claim.actor), ground=ground, at=at)
    verb = "claim.accepted" if accepted else "claim.refused"
    after = {"proof": claim.proof, "ground": ground, "answer": answer, "person": claim.person}
    leave(by, verb, f"claim:{claim.ref}", at=at, after=after, concerns=claim.actor, about_person=claim.person)


def open_claim(by: By, claim: Claim, at: datetime) -> None:
    """Lays a claim on the review desk; who keeps the profile already hears of it."""
    claim.state = Claim.State.OPEN
    claim.save(update_fields=["state"])
    tell_administrators(claim, "asked", at)
    after = {"proof": claim.proof, "person": claim.person}
    leave(by, "claim.opened", f"claim:{claim.ref}", at=at, after=after, concerns=claim.actor, about_person=claim.person)
