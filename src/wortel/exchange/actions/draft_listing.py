"""Keeps a need or an offer as a draft that only its organisation sees."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.actors.public import Listed
from wortel.exchange.actions.keeping import checked, new_row, storable
from wortel.exchange.domain.wanted import Wanted
from wortel.exchange.models import Listing
from wortel.trail.public import By, leave


def draft_listing(by: By, actor: Listed, wanted: Wanted, at: datetime) -> Listing:
    """The draft. Raises `ListingRefused`."""
    with transaction.atomic():
        checked(wanted, at, actor.ref)
        row = new_row(by, actor, wanted, at)
        row.save(force_insert=True)
        leave(by, "listing.drafted", f"listing:{row.ref}", at=at, after=storable(wanted.values()), concerns=actor.ref)
    return row
