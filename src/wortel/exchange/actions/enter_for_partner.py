"""Enters a need or an offer for a partner; it opens when that one agrees."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.actors.public import Listed
from wortel.exchange.actions.keeping import checked, new_row, storable
from wortel.exchange.actions.telling import ask_consent
from wortel.exchange.domain.states import StepRefused
from wortel.exchange.domain.wanted import Wanted
from wortel.exchange.models import Listing
from wortel.kernel.reason import Reason
from wortel.trail.public import By, leave


def enter_for_partner(by: By, partner: Listed, enterer: Listed, wanted: Wanted, at: datetime, site: str) -> Listing:
    """Waits for an administrator of the partner, who gets a mail. Raises `ListingRefused`, and `StepRefused` when
    the partner has no administrator, or is of the other world."""
    if partner.is_fictional != enterer.is_fictional:
        raise StepRefused(Reason.of("exchange.other_world"))
    with transaction.atomic():
        checked(wanted, at, partner.ref)
        row = new_row(by, partner, wanted, at, state=Listing.State.AWAITING, entered_by=enterer.ref)
        row.save(force_insert=True)
        if not ask_consent(row, partner.name, enterer.name, at, site):
            raise StepRefused(Reason.of("exchange.nobody_agrees"))
        after = storable(wanted.values())
        leave(by, "listing.entered", f"listing:{row.ref}", at=at, after=after, concerns=partner.ref)
    return row
