"""Opens a need or an offer: from now on it can be found, and brought together with another."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.actors.public import Listed
from wortel.exchange.actions.keeping import checked, new_row, storable
from wortel.exchange.domain.wanted import Wanted
from wortel.exchange.models import Listing
from wortel.trail.public import By, leave


def open_listing(by: By, actor: Listed, wanted: Wanted, at: datetime) -> Listing:
    """A new one, open at once; a draft is opened by `change_listing`. Raises `ListingRefused`."""
    with transaction.atomic():
        checked(wanted, at, actor.ref)
        row = new_row(by, actor, wanted, at, state=Listing.State.OPEN)
        row.save(force_insert=True)
        leave(by, "listing.opened", f"listing:{row.ref}", at=at, after=storable(wanted.values()), concerns=actor.ref)
    return row
