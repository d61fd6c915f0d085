"""Lets go of what invented organisations asked and offered, when their world is removed."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.exchange.models import Listing
from wortel.trail.public import By, leave


def forget_fictional_listings(by: By, at: datetime) -> int:
    """Says how many went."""
    with transaction.atomic():
        gone = Listing.objects.filter(is_fictional=True).delete()[0]
        if gone:
            leave(by, "fiction.forgotten", "listings:demo", at=at, after={"rows": gone})
    return gone
