"""Opens a paused or closed need or offer again, as long as its period is not over."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction

from wortel.exchange.actions.keeping import locked, save_step
from wortel.exchange.actions.telling import tell_of_desk
from wortel.exchange.domain.states import REOPEN, StepRefused, after
from wortel.exchange.models import Listing
from wortel.kernel.reason import Reason
from wortel.shell.clock import BRUSSELS
from wortel.trail.public import By, leave


def reopen_listing(by: By, ref: str, version: int, at: datetime, *, site: str = "") -> Listing:
    """As it stands afterwards; what another entered and nobody ever agreed to never opens this way. Raises
    `ListingChanged`, `StepRefused`.
    """
    with transaction.atomic():
        row = locked(ref, version)
        state = after(REOPEN, row.state)
        if row.entered_by and not row.consent:
            raise StepRefused(Reason.of("exchange.never_agreed"))
        if row.end_on <= at.astimezone(BRUSSELS).date():
            raise StepRefused(Reason.of("exchange.period_over"))
        try:
            with transaction.atomic():
                save_step(row, state, at, closed_at=None, closed_why="")
        except IntegrityError as taken:
            raise StepRefused(Reason.of("exchange.repeated_already")) from taken
        tell_of_desk(by, row, "", at, site)
        leave(by, "listing.reopened", f"listing:{ref}", at=at, concerns=row.actor)
    return row
