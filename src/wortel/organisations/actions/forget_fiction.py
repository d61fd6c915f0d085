"""Lets go of all that was claimed, written or asked for invented organisations, when their world is removed."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from wortel.organisations.models import Claim, OwnProfile, Partner, Removal
from wortel.trail.public import By, leave

FICTIONAL = "demo-"


def forget_fictional_organisations(by: By, at: datetime) -> int:
    """Says how many rows went. What they published goes with the fictional sources (`intake.forget_fiction`)."""
    with transaction.atomic():
        gone = Partner.objects.filter(Q(actor__startswith=FICTIONAL) | Q(partner__startswith=FICTIONAL)).delete()[0]
        for rows in (Claim.objects, OwnProfile.objects, Removal.objects):
            gone += rows.filter(actor__startswith=FICTIONAL).delete()[0]
        if gone:
            leave(by, "fiction.forgotten", "organisations:demo", at=at, after={"rows": gone})
    return gone
