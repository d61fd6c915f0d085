"""Takes a mandate back: from the next request on its holder may no more."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.kernel.verdict import Verdict
from wortel.people.actions.signer import ask_signer
from wortel.people.domain.caller import Caller
from wortel.people.domain.mandate import GivenMandate, is_last
from wortel.people.mailing import mail_ended
from wortel.people.models import Mandate, Person
from wortel.people.permissions import may_end_mandate
from wortel.people.queries import given
from wortel.people.refused import NotAllowed
from wortel.shell.clock import BRUSSELS
from wortel.trail.public import By, leave


def end_mandate(by: By, ref: str, *, why: str, at: datetime) -> Mandate:
    """The mandate as it ended.

    Raises `Mandate.DoesNotExist`, or `NotAllowed` (not yours to end, over already, or the last one that lets people
    in): then nothing changed, and the trail holds `mandate.end_refused`. `why` is for its holder: it may hold names.
    """
    on = at.astimezone(BRUSSELS).date()
    with transaction.atomic():
        row, standing = _locked(ref)
        mandate = given(row)
        last = is_last(mandate, standing, on)

        def may(caller: Caller) -> Verdict:
            return may_end_mandate(caller, mandate, last=last, on=on)

        verdict = ask_signer(by, at, may)
        if verdict and last:
            verdict = Verdict.no("people.last_administrator", own=False, capacity=mandate.capacity)
        if verdict:
            end_row(by, row, mandate, why=why, at=at)
            mail_ended(row, why, by, at)
        else:
            reason = verdict.reason.key
            leave(by, "mandate.end_refused", f"mandate:{ref}", at=at, why=reason, concerns=row.organisation)
    if not verdict:
        raise NotAllowed(verdict.reason)
    return row


def end_mandates_of(by: By, person: Person, *, why: str, at: datetime) -> int:
    """Ends everything a person holds, also as the last administrator: for who is erased. Returns how many ended.

    An organisation that stays behind without administrator is then helped by a platform administrator.
    """
    with transaction.atomic():
        rows = list(
            Mandate.objects.select_for_update(of=("self",))
            .select_related("person")
            .filter(person=person, ended_at=None)
            .order_by("pk")
        )
        for row in rows:
            end_row(by, row, given(row), why=why, at=at)
    return len(rows)


def end_row(by: By, row: Mandate, mandate: GivenMandate, *, why: str, at: datetime) -> None:
    """Ends a locked mandate and leaves it on the trail; who calls this decided that it may."""
    row.ended_at, row.ended_by, row.ended_why = at, by.person, why
    row.save(update_fields=["ended_at", "ended_by", "ended_why"])
    leave(
        by,
        "mandate.ended",
        f"mandate:{row.ref}",
        at=at,
        before={"until": mandate.valid.end},
        after={"why": why, "capacity": row.capacity},
        concerns=row.organisation,
        about_person=mandate.person,
    )


def _locked(ref: str) -> tuple[Mandate, list[GivenMandate]]:
    """The mandate, and all open ones of its capacity and scope, locked in one order: of two at once one waits."""
    wanted = Mandate.objects.only("capacity", "organisation", "scheme", "area").get(ref=ref)
    rows = list(
        Mandate.objects.select_for_update(of=("self",))
        .select_related("person")
        .filter(
            capacity=wanted.capacity, organisation=wanted.organisation, scheme=wanted.scheme, area=wanted.area,
            ended_at=None,
        )
        .order_by("pk")
    )  # fmt: skip
    row = next((each for each in rows if each.ref == ref), None)
    row = row or Mandate.objects.select_related("person").get(ref=ref)
    return row, [given(each) for each in rows]
