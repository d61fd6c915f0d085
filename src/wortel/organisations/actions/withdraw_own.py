"""Takes away what an organisation says of itself: its profile is composed from registers only again."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.actors.public import ActorAdapter
from wortel.intake.public import withdraw_record
from wortel.organisations.actions.publish_profile import source_of
from wortel.organisations.actions.save_draft import lock_organisation
from wortel.organisations.models import Partner
from wortel.trail.public import By, leave


def withdraw_own(by: By, ref: str, at: datetime, why: str = "") -> bool:
    """Ends its statement, empties its draft and what it published, and ends the partners it named.

    Says whether anything was public. Mandates stay: the same people may begin again.
    """
    with transaction.atomic():
        row = lock_organisation(ref, at)
        was_public = row.published_at is not None
        row.values, row.visibility, row.published_values, row.published_visibility = {}, {}, {}, {}
        row.published_at, row.changed_at, row.changed_by = None, at, by.person
        row.version += 1
        row.save()
        Partner.objects.filter(actor=ref, until=None).update(until=at.date())
        withdraw_record(by, source_of(ref), ActorAdapter(at.date()), ref, at=at)
        leave(by, "profile.withdrawn", f"profile:{ref}", at=at, why=why, concerns=ref)
    return was_public
