"""Asks, while there is still time, whether what was asked or offered this year comes back next year."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from wortel.actors.public import actor_names
from wortel.exchange.actions.telling import remind_of_end
from wortel.exchange.models import Listing
from wortel.exchange.queries.listings import standing
from wortel.exchange.rulebook import exchange_rulebook
from wortel.people.public import administrators_of
from wortel.shell.clock import BRUSSELS
from wortel.trail.public import By, leave

_AT_ONCE = 200


def remind_of_ends(by: By, at: datetime, site: str) -> int:
    """Writes once per period to the administrators, and returns about how many needs and offers.

    Runs every day; what was repeated already, or lasts less than twice the notice, is left alone.
    """
    on = at.astimezone(BRUSSELS).date()
    notice = timedelta(days=exchange_rulebook().number("remind_days", on))
    with transaction.atomic():
        ending = standing(on).filter(reminded_at=None, end_on__lte=on + notice).order_by("end_on", "id")
        found = list(ending.select_for_update()[:_AT_ONCE])
        repeated = set(Listing.objects.filter(same_as__in=[it.ref for it in found]).values_list("same_as", flat=True))
        told = [it for it in found if it.ref not in repeated and it.end_on - it.first_on >= 2 * notice]
        names = actor_names({it.actor for it in told})
        people = administrators_of({it.actor for it in told}, on)
        for row in told:
            remind_of_end(row, names.get(row.actor, ""), [it for it in people.get(row.actor, ()) if it.email], at, site)
        Listing.objects.filter(pk__in=[it.pk for it in found]).update(reminded_at=at)
        if told:
            leave(by, "listings.reminded", f"listings:{on}", at=at, after={"count": len(told)})
    return len(told)
