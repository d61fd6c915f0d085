"""Lets someone else's mandate go on for longer."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from wortel.kernel.verdict import Verdict
from wortel.people.actions.give_mandate import give_mandate
from wortel.people.actions.signer import ask_signer
from wortel.people.domain.mandate import HOLDS
from wortel.people.models import Mandate
from wortel.people.permissions import may_prolong_mandate
from wortel.people.queries import given
from wortel.people.refused import NotAllowed
from wortel.shell.clock import BRUSSELS
from wortel.trail.public import By


def prolong_mandate(by: By, ref: str, until: date | None, *, at: datetime) -> Mandate:
    """The mandate, longer. Raises `Mandate.DoesNotExist`, or `NotAllowed` (not yours to give, over, or not later)."""
    with transaction.atomic():
        row = Mandate.objects.select_for_update(of=("self",)).select_related("person").get(ref=ref)
        mandate = given(row)
        verdict = ask_signer(by, at, lambda caller: may_prolong_mandate(caller, mandate, until))
        if verdict and mandate.state_on(at.astimezone(BRUSSELS).date()) != HOLDS:
            verdict = Verdict.no("people.mandate_over_already")
        if verdict and (row.valid_to is None or (until is not None and until <= row.valid_to)):
            verdict = Verdict.no("people.not_later")
        if not verdict:
            raise NotAllowed(verdict.reason)
        return give_mandate(by, row.person, row.capacity, mandate.scope, ground=row.ground, at=at, until=until)
