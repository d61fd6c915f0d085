"""Accepts an invitation: the mandate is there, and the one it succeeds is over, at the same moment."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.kernel.verdict import Verdict
from wortel.people.actions.end_mandate import end_row
from wortel.people.actions.give_mandate import give_mandate
from wortel.people.actions.signer import ask_signer
from wortel.people.domain.invitation import Proposal, accepting
from wortel.people.mailing import mail_accepted
from wortel.people.models import Invitation, Mandate, Person
from wortel.people.permissions import may_invite
from wortel.people.queries import given, proposal, verified_addresses
from wortel.people.refused import NotAllowed
from wortel.trail.public import By, leave


def accept_invitation(by: By, ref: str, person: Person, *, at: datetime) -> Mandate:
    """The new mandate.

    Raises `Invitation.DoesNotExist`, or `NotAllowed` (expired, answered, withdrawn, for another address, or its giver
    may not give it any more): then nothing changed, and the trail holds `invitation.refused`.
    """
    with transaction.atomic():
        invitation = Invitation.objects.select_for_update().get(ref=ref, way=Invitation.Way.INVITED)
        asked = proposal(invitation)
        former = _locked_predecessor(asked)
        verdict = accepting(asked, person.ref, verified_addresses(person.pk), at)
        verdict = verdict and _giver_still_may(by, asked, at)
        if verdict:
            mandate = _accept(by, invitation, asked, former, person, at)
        else:
            leave(
                by,
                "invitation.refused",
                f"invitation:{ref}",
                at=at,
                why=verdict.reason.key,
                concerns=invitation.organisation,
            )
    if not verdict:
        raise NotAllowed(verdict.reason)
    return mandate


def _giver_still_may(by: By, asked: Proposal, at: datetime) -> Verdict:
    """An invitation is worth what its giver may still give on the day it is accepted."""
    giver = By(by.channel, person=asked.made_by)
    verdict = ask_signer(giver, at, lambda caller: may_invite(caller, asked.capacity, asked.scope, asked.until))
    return verdict if verdict else Verdict.no("people.giver_gone")


def _accept(
    by: By, invitation: Invitation, asked: Proposal, former: Mandate | None, person: Person, at: datetime
) -> Mandate:
    ground = "succession" if asked.succeeds else "invitation"
    invitation.state, invitation.person = Invitation.State.ACCEPTED, person.ref
    invitation.answered_at, invitation.answered_by = at, person.ref
    invitation.save(update_fields=["state", "person", "answered_at", "answered_by"])
    mandate = give_mandate(
        by, person, asked.capacity, asked.scope, ground=ground, at=at, until=asked.until, given_by=asked.made_by
    )
    if former is not None and former.ref != mandate.ref:
        end_row(by, former, given(former), why="succeeded", at=at)
    mail_accepted(invitation, person, at)
    leave(
        by,
        "invitation.accepted",
        f"invitation:{asked.ref}",
        at=at,
        after={"mandate": mandate.ref},
        concerns=asked.scope.organisation,
        about_person=person.ref,
    )
    return mandate


def _locked_predecessor(asked: Proposal) -> Mandate | None:
    """The mandate that ends by this, locked before anything is written: who ends it at the same moment holds it first
    and then waits for the end of the trail, which we would hold."""
    if not asked.succeeds:
        return None
    rows = Mandate.objects.select_for_update(of=("self",)).select_related("person")
    return rows.filter(ref=asked.succeeds, ended_at=None).first()
