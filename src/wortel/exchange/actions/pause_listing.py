"""Pauses a need or an offer: it stays, and nothing new comes of it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.exchange.actions.keeping import locked, save_step
from wortel.exchange.actions.telling import tell_of_desk
from wortel.exchange.domain.states import PAUSE, after
from wortel.exchange.models import Listing
from wortel.trail.public import By, leave


def pause_listing(by: By, ref: str, version: int, at: datetime, *, site: str = "") -> Listing:
    """As it stands afterwards. Raises `ListingChanged`, `StepRefused`."""
    with transaction.atomic():
        row = locked(ref, version)
        save_step(row, after(PAUSE, row.state), at)
        tell_of_desk(by, row, "", at, site)
        leave(by, "listing.paused", f"listing:{ref}", at=at, concerns=row.actor)
    return row
