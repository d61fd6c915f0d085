"""Asks the administrators of an organisation to be allowed to act for it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.people.actions.signer import ask_signer
from wortel.people.domain.policy import REQUEST_HOLDS
from wortel.people.mailing import mail_request
from wortel.people.models import Invitation, Person
from wortel.people.permissions import may_ask
from wortel.people.queries import administrators
from wortel.people.refused import NotAllowed
from wortel.shell.clock import BRUSSELS
from wortel.trail.public import By, leave


def ask_organisation(
    by: By, person: Person, organisation: str, name: str, capacity: str, message: str, *, site: str, at: datetime
) -> Invitation:
    """The open request; every administrator gets a mail, or those of the platform
    where there is none. Raises `NotAllowed` (acts already, or asked already)."""
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=person.pk)
        is_open = Invitation.objects.filter(
            way=Invitation.Way.ASKED, state=Invitation.State.OPEN, person=person.ref, organisation=organisation,
            expires_at__gt=at,
        ).exists()  # fmt: skip
        verdict = ask_signer(by, at, lambda caller: may_ask(caller, capacity, organisation, has_open_request=is_open))
        if not verdict:
            raise NotAllowed(verdict.reason)
        request = Invitation.objects.create(
            way=Invitation.Way.ASKED,
            person=person.ref,
            capacity=capacity,
            organisation=organisation,
            organisation_name=name,
            message=message,
            made_by=person.ref,
            made_at=at,
            expires_at=at + REQUEST_HOLDS,
        )
        on = at.astimezone(BRUSSELS).date()
        for each in administrators(organisation, on) or administrators("", on):
            mail_request(request, person, each, site, at)
        leave(
            by,
            "request.made",
            f"invitation:{request.ref}",
            at=at,
            after={"capacity": capacity},
            concerns=organisation,
            about_person=person.ref,
        )
    return request
