"""An administrator agrees with what a partner entered: it opens."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.exchange.actions.keeping import locked, save_step
from wortel.exchange.domain.states import CONSENT, StepRefused, after
from wortel.exchange.models import Listing
from wortel.kernel.reason import Reason
from wortel.shell.clock import BRUSSELS
from wortel.trail.public import By, leave


def consent_listing(by: By, ref: str, version: int, at: datetime) -> Listing:
    """As it stands afterwards; saying no is `close_listing`. Raises `ListingChanged`, `StepRefused`."""
    on = at.astimezone(BRUSSELS).date()
    with transaction.atomic():
        row = locked(ref, version)
        state = after(CONSENT, row.state)
        if row.end_on <= on:
            raise StepRefused(Reason.of("exchange.period_over"))
        save_step(row, state, at, consent="link", consent_on=on)
        leave(by, "listing.consented", f"listing:{ref}", at=at, concerns=row.actor)
    return row
