"""Says no to an invitation."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.people.domain.invitation import accepting
from wortel.people.models import Invitation, Person
from wortel.people.queries import proposal, verified_addresses
from wortel.people.refused import NotAllowed
from wortel.trail.public import By, leave


def decline_invitation(by: By, ref: str, person: Person, *, at: datetime) -> Invitation:
    """The invitation, closed. Raises `Invitation.DoesNotExist`, or `NotAllowed` as accepting would; that is noted."""
    with transaction.atomic():
        invitation = Invitation.objects.select_for_update().get(ref=ref, way=Invitation.Way.INVITED)
        verdict = accepting(proposal(invitation), person.ref, verified_addresses(person.pk), at)
        if verdict:
            invitation.state, invitation.person = Invitation.State.DECLINED, person.ref
            invitation.answered_at, invitation.answered_by = at, person.ref
            invitation.save(update_fields=["state", "person", "answered_at", "answered_by"])
        leave(
            by,
            "invitation.declined" if verdict else "invitation.refused",
            f"invitation:{ref}",
            at=at,
            why="" if verdict else verdict.reason.key,
            concerns=invitation.organisation,
            about_person=person.ref,
        )
    if not verdict:
        raise NotAllowed(verdict.reason)
    return invitation
