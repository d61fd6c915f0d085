"""The same as last year: a draft with the dates moved by whole school years."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import datetime

from django.db import transaction

from wortel.actors.public import Listed
from wortel.exchange.actions.keeping import checked, new_row
from wortel.exchange.domain.periods import repeated
from wortel.exchange.domain.states import StepRefused
from wortel.exchange.domain.wanted import Wanted
from wortel.exchange.domain.words import AWAITING, DRAFT
from wortel.exchange.models import Listing
from wortel.kernel.reason import Reason
from wortel.shell.clock import BRUSSELS
from wortel.trail.public import By, leave


def repeat_listing(by: By, actor: Listed, ref: str, at: datetime) -> tuple[Listing, bool]:
    """The draft, and whether it is new: pressed twice, it is the one that was made. Raises `StepRefused`, and
    `ListingRefused` when the organisation has too many."""
    with transaction.atomic():
        old = Listing.objects.select_for_update().get(ref=ref)
        there = Listing.objects.filter(same_as=ref).exclude(state=Listing.State.CLOSED).first()
        if there is not None:
            return there, False
        if old.state in (DRAFT, AWAITING):
            raise StepRefused(Reason.of("exchange.not_from_here", state=old.state))
        period = repeated(old.first_on, old.end_on, at.astimezone(BRUSSELS).date())
        wanted = replace(wanted_of(old), first_on=period.start, end_on=period.end or old.end_on)
        checked(wanted, at, actor.ref)
        row = new_row(by, actor, wanted, at, same_as=ref)
        row.save(force_insert=True)
        leave(by, "listing.repeated", f"listing:{row.ref}", at=at, after={"same_as": ref}, concerns=actor.ref)
    return row, True


def wanted_of(row: Listing) -> Wanted:
    """What was written of it."""
    return Wanted(**{it.name: getattr(row, it.name) for it in fields(Wanted)})
