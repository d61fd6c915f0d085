"""Warns by mail that a mandate is nearly over, while it can still be made longer."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from wortel.people.domain.capacities import ADMINISTRATOR
from wortel.people.domain.policy import REMIND_BEFORE_DAYS
from wortel.people.mailing import mail_expiry
from wortel.people.models import Mandate, Person
from wortel.shell.clock import BRUSSELS


def remind_of_expiry(at: datetime) -> int:
    """Writes to holders and to the administrators of their organisation; returns how many mandates are nearly over.

    Runs every day: a mail that was asked for before is the same mail, and does not leave twice.
    """
    on = at.astimezone(BRUSSELS).date()
    with transaction.atomic():
        ending = list(
            Mandate.objects.select_related("person")
            .filter(ended_at=None, valid_to__gt=on, valid_to__lte=on + timedelta(days=REMIND_BEFORE_DAYS))
            .order_by("pk")
        )
        administering = _administrators({row.organisation for row in ending if row.organisation}, at)
        for row in ending:
            recipients = {each.pk: each for each in [row.person, *administering[row.organisation]]}
            for recipient in recipients.values():
                mail_expiry(row, recipient, at)
    return len(ending)


def _administrators(organisations: set[str], at: datetime) -> dict[str, list[Person]]:
    on = at.astimezone(BRUSSELS).date()
    found: dict[str, list[Person]] = defaultdict(list)
    rows = Mandate.objects.select_related("person").filter(
        Q(valid_to=None) | Q(valid_to__gt=on), organisation__in=organisations, capacity=ADMINISTRATOR, ended_at=None
    )
    for row in rows.order_by("pk"):
        found[row.organisation].append(row.person)
    return found
