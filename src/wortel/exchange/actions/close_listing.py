"""Closes a need or an offer, with the reason; also how a draft or something that waits for consent is taken back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.exchange.actions.keeping import locked, save_step
from wortel.exchange.actions.telling import tell_of_desk
from wortel.exchange.domain.states import CLOSE, after
from wortel.exchange.domain.words import AWAITING, DRAFT, OWN
from wortel.exchange.models import Listing
from wortel.trail.public import By, leave

MOST_WHY = 300


def close_listing(by: By, ref: str, version: int, why: str, at: datetime, *, site: str = "") -> Listing:
    """As it stands afterwards; `why` is shown to its own organisation. What nobody else saw yet stays unseen. Raises
    `ListingChanged`, `StepRefused`.
    """
    with transaction.atomic():
        row = locked(ref, version)
        before, state = row.state, after(CLOSE, row.state)
        shown_to = OWN if before in (DRAFT, AWAITING) else row.visibility
        save_step(row, state, at, closed_at=at, closed_why=why[:MOST_WHY], visibility=shown_to)
        tell_of_desk(by, row, "", at, site)
        leave(
            by,
            "listing.closed",
            f"listing:{ref}",
            at=at,
            before={"state": before},
            after={"closed_why": row.closed_why},
            concerns=row.actor,
        )
    return row
