"""Answers a person's request to act for an organisation."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.people.actions.give_mandate import give_mandate
from wortel.people.actions.signer import ask_signer
from wortel.people.mailing import mail_answer
from wortel.people.models import Invitation, Person
from wortel.people.permissions import may_answer_invitation
from wortel.people.queries import administrators, proposal
from wortel.people.refused import NotAllowed
from wortel.shell.clock import BRUSSELS
from wortel.trail.public import By, leave


def answer_request(by: By, ref: str, *, accepted: bool, answer: str, site: str, at: datetime) -> Invitation:
    """The request as answered; accepting makes the mandate. The asker gets a mail with `answer` in it.

    Raises `Invitation.DoesNotExist`, or `NotAllowed`: then nothing changed, and the trail holds `request.refused`.
    """
    with transaction.atomic():
        request = Invitation.objects.select_for_update().get(ref=ref, way=Invitation.Way.ASKED)
        asked = proposal(request)
        has_administrator = bool(administrators(request.organisation, at.astimezone(BRUSSELS).date()))
        verdict = ask_signer(
            by, at, lambda caller: may_answer_invitation(caller, asked, has_administrator=has_administrator, at=at)
        )
        if verdict:
            _answer(by, request, accepted, answer, site, at)
        else:
            why = verdict.reason.key
            leave(by, "request.refused", f"invitation:{ref}", at=at, why=why, concerns=request.organisation)
    if not verdict:
        raise NotAllowed(verdict.reason)
    return request


def _answer(by: By, request: Invitation, accepted: bool, answer: str, site: str, at: datetime) -> None:
    person = Person.objects.get(ref=request.person)
    request.state = Invitation.State.ACCEPTED if accepted else Invitation.State.DECLINED
    request.answered_at, request.answered_by = at, by.person
    request.save(update_fields=["state", "answered_at", "answered_by"])
    if accepted:
        scope = proposal(request).scope
        give_mandate(by, person, request.capacity, scope, ground="request", at=at, until=request.valid_to)
    mail_answer(request, person, answer, site, at)
    leave(
        by,
        "request.accepted" if accepted else "request.declined",
        f"invitation:{request.ref}",
        at=at,
        after={"answer": answer},
        concerns=request.organisation,
        about_person=person.ref,
    )
