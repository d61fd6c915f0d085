"""Tells who sits at the review desk that something new waits for them: one notice a day, none when nothing is new."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext, override

from wortel.atlas.desk.permissions import EVERYWHERE, may_decide
from wortel.atlas.desk.waiting import waiting_matters
from wortel.atlas.desk.wording import waiting_sentence
from wortel.kernel.span import Span
from wortel.people.domain.caller import Caller, HeldMandate
from wortel.people.domain.capacities import CATALYST
from wortel.people.public import Person, mandates_in_force
from wortel.post.public import put_in_outbox
from wortel.shell.clock import BRUSSELS

NEW_DAYS = 1
"""A matter this old is still told as new: the round of yesterday may have been before it came."""

STUCK_DAYS = 7
"""A matter without a decision is told again each time this many days went by."""


def tell_desk(site: str, at: datetime) -> int:
    """Puts a notice in the outbox for each person of the desk for whom something is new, or waits for weeks.

    `site` is the address of this site. Says how many were told; doing it twice on one day tells nobody twice.
    """
    on = at.astimezone(BRUSSELS).date()
    matters = waiting_matters(on)
    told = 0
    with transaction.atomic():
        for person, caller in _desk_people(at):
            mine = [matter for matter in matters if may_decide(caller, matter, (person.email or "",))]
            ages = [matter.age_in_days(at) for matter in mine]
            if not person.email or not any(age <= NEW_DAYS or age % STUCK_DAYS == 0 for age in ages):
                continue
            with override(person.language):
                sentence = waiting_sentence(len(mine), max(ages))
                url = f"{site.rstrip('/')}{reverse('atlas:desk')}"
                text = render_to_string("atlas/mail/desk.txt", {"name": person.name, "sentence": sentence, "url": url})
                subject = gettext("Er wacht iets aan de balie")
            put_in_outbox(f"desk:{person.ref}:{on}", "desk", person.email, subject, text, at=at, person=person.ref)
            told += 1
    return told


def _desk_people(at: datetime) -> list[tuple[Person, Caller]]:
    """Everyone with a role at the desk today, as a caller who gave their second factor. One query."""
    on = at.astimezone(BRUSSELS).date()
    standing = mandates_in_force(on)
    at_desk = standing.filter(capacity__in=(CATALYST, *EVERYWHERE)).values("person_id")
    rows = standing.filter(person__in=at_desk, person__is_active=True, person__is_fictional=False)
    rows = rows.select_related("person").order_by("person_id", "pk")
    held: dict[Person, list[HeldMandate]] = defaultdict(list)
    for row in rows:
        span = Span(row.valid_from, row.valid_to)
        held[row.person].append(HeldMandate(row.ref, row.capacity, row.organisation, row.scheme, row.area, span))
    return [
        (person, Caller(person=person.ref, name=person.name, mandates=tuple(mandates), is_strong=True))
        for person, mandates in held.items()
    ]
