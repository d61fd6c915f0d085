"""The desk enters what an organisation says on the phone, with its consent: open at once."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from wortel.actors.public import Listed
from wortel.exchange.actions.keeping import checked, new_row, storable
from wortel.exchange.actions.telling import tell_of_desk
from wortel.exchange.domain.wanted import Fault, ListingRefused, Wanted
from wortel.exchange.models import Listing
from wortel.kernel.reason import Reason
from wortel.shell.clock import BRUSSELS
from wortel.trail.public import By, leave

WAYS = ("phone", "meeting", "mail")


def enter_by_phone(
    by: By, actor: Listed, wanted: Wanted, consent: str, consent_on: date, at: datetime, site: str
) -> Listing:
    """Open, with how and when consent was given; the organisation's administrators, if any, get a mail.

    Raises `ListingRefused`.
    """
    if consent not in WAYS or consent_on > at.astimezone(BRUSSELS).date():
        raise ListingRefused([Fault("consent", Reason.of("exchange.no_consent"))])
    with transaction.atomic():
        checked(wanted, at, actor.ref)
        row = new_row(by, actor, wanted, at, state=Listing.State.OPEN, consent=consent, consent_on=consent_on)
        row.save(force_insert=True)
        tell_of_desk(by, row, actor.name, at, site)
        after = {**storable(wanted.values()), "consent": consent, "consent_on": consent_on.isoformat()}
        leave(by, "listing.entered_by_desk", f"listing:{row.ref}", at=at, after=after, concerns=actor.ref)
    return row
