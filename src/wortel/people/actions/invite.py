"""Invites someone by mail to act for an organisation, or in the programme."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.core.validators import validate_email
from django.db import transaction

from wortel.kernel.verdict import Verdict
from wortel.people.actions.signer import ask_signer
from wortel.people.domain.caller import Caller
from wortel.people.domain.invitation import OPEN
from wortel.people.domain.policy import INVITATION_HOLDS, MOST_OPEN
from wortel.people.domain.scope import Scope
from wortel.people.mailing import mail_invitation
from wortel.people.models import Invitation, Mandate
from wortel.people.permissions import may_invite
from wortel.people.queries import proposal, verified_addresses_of
from wortel.people.refused import NotAllowed
from wortel.shell.clock import BRUSSELS
from wortel.trail.public import By, leave


@dataclass(frozen=True, slots=True)
class Wish:
    """Who is wanted (by mail address), as what, where, until when; `succeeds` is the mandate that ends then."""

    email: str
    capacity: str
    scope: Scope
    until: date | None = None
    message: str = ""
    succeeds: str = ""
    organisation_name: str = ""


def invite(by: By, wish: Wish, *, site: str, at: datetime) -> Invitation:
    """The open invitation; its mail leaves with a link that works for `INVITATION_HOLDS`.

    Raises `NotAllowed` (the giver may not; the giver invites themselves; such an invitation is open already; too many
    are), `ValidationError` for an address that is none.
    """
    validate_email(wish.email)
    with transaction.atomic():
        verdict = _verdict(by, wish, at)
        if not verdict:
            raise NotAllowed(verdict.reason)
        invitation = Invitation.objects.create(
            way=Invitation.Way.INVITED,
            email=wish.email,
            capacity=wish.capacity,
            organisation=wish.scope.organisation,
            organisation_name=wish.organisation_name,
            scheme=wish.scope.scheme,
            area=wish.scope.area,
            valid_to=wish.until,
            message=wish.message,
            succeeds=wish.succeeds,
            made_by=by.person,
            made_at=at,
            expires_at=at + INVITATION_HOLDS,
        )
        mail_invitation(invitation, site, at)
        leave(
            by,
            "invitation.made",
            f"invitation:{invitation.ref}",
            at=at,
            after={"email": wish.email, "capacity": wish.capacity, "until": wish.until, "succeeds": wish.succeeds},
            concerns=wish.scope.organisation,
        )
    return invitation


def _verdict(by: By, wish: Wish, at: datetime) -> Verdict:
    def may(caller: Caller) -> Verdict:
        return may_invite(caller, wish.capacity, wish.scope, wish.until)

    verdict = ask_signer(by, at, may)
    if not verdict:
        return verdict
    if wish.until is not None and wish.until <= at.astimezone(BRUSSELS).date():
        return Verdict.no("people.end_not_in_future")
    if by.person and wish.email.casefold() in {each.casefold() for each in verified_addresses_of(by.person)}:
        return Verdict.no("people.own_rights")
    if wish.succeeds and not _can_be_succeeded(wish):
        return Verdict.no("people.mandate_over_already")
    lacks_room = _room_for(wish, at)
    return verdict if lacks_room is None else lacks_room


def _can_be_succeeded(wish: Wish) -> bool:
    return Mandate.objects.filter(
        ref=wish.succeeds, capacity=wish.capacity, organisation=wish.scope.organisation,
        scheme=wish.scope.scheme, area=wish.scope.area, ended_at=None,
    ).exists()  # fmt: skip


def _room_for(wish: Wish, at: datetime) -> Verdict | None:
    """Why one more invitation does not fit; None when it does."""
    waiting = Invitation.objects.filter(
        way=Invitation.Way.INVITED, state=OPEN, organisation=wish.scope.organisation, expires_at__gt=at
    )
    for row in waiting.filter(email__iexact=wish.email, capacity=wish.capacity):
        if proposal(row).scope == wish.scope:
            return Verdict.no("people.invited_already", on=proposal(row).expires_at.isoformat())
    if waiting.count() >= MOST_OPEN:
        return Verdict.no("people.too_many_open", most=MOST_OPEN)
    return None
