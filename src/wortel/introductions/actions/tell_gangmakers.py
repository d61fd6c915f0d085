"""Tells the gangmaker of a region that needs stay open there: when a new one does, and once a week while they do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext, ngettext, override

from wortel.exchange.public import Listing
from wortel.introductions.models import Standing
from wortel.introductions.queries.scopes import areas_of_today
from wortel.people.domain.capacities import CATALYST
from wortel.people.public import Mandate, mandates_in_force
from wortel.post.public import put_in_outbox
from wortel.shell.clock import BRUSSELS
from wortel.shell.formats import number

NEW = timedelta(days=1)
MONDAY = 0


def tell_gangmakers(site: str, at: datetime) -> int:
    """Puts a notice in the outbox of each gangmaker in whose area a need is newly open, or any on a Monday.

    `site` is the address of this site. Says how many were told; twice on one day tells nobody twice.
    """
    on = at.astimezone(BRUSSELS).date()
    open_in = _open_by_area(at, on)
    told = 0
    with transaction.atomic():
        for mandate in _gangmakers(on):
            total, new = open_in.get((mandate.scheme, mandate.area), (0, 0))
            person = mandate.person
            if not person.email or not total or not (new or on.weekday() == MONDAY):
                continue
            with override(person.language):
                url = f"{site.rstrip('/')}{_address(mandate)}"
                sentence = _sentence(total, new)
                text = render_to_string(
                    "introductions/mail/short.txt", {"name": person.name, "sentence": sentence, "url": url}
                )
                subject = gettext("Vragen in jouw regio vinden geen aanbod")
            key = f"short:{person.ref}:{mandate.area}:{on}"
            put_in_outbox(key, "desk", person.email, subject, text, at=at, person=person.ref)
            told += 1
    return told


def _open_by_area(at: datetime, on: date) -> Mapping[tuple[str, str], tuple[int, int]]:
    """By area how many needs stay open, and how many of those since a day. Two statements."""
    found: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    since = dict(Standing.objects.exclude(need__startswith="demo-").values_list("need", "since"))
    rows = Listing.objects.filter(state=Listing.State.OPEN, is_fictional=False, ref__in=Standing.objects.values("need"))
    for ref, nis in rows.order_by().values_list("ref", "nis"):
        for area in areas_of_today(nis, on):
            found[area][0] += 1
            found[area][1] += at - since[ref] <= NEW
    return {area: (total, new) for area, (total, new) in found.items()}


def _gangmakers(on: date) -> list[Mandate]:
    held = mandates_in_force(on).filter(capacity=CATALYST, person__is_active=True, person__is_fictional=False)
    return list(held.select_related("person").order_by("person_id", "pk"))


def _address(mandate: Mandate) -> str:
    if mandate.scheme == "referentieregio":
        return reverse("introductions:desk", args=[mandate.area])
    return reverse("exchange:list")


def _sentence(total: int, new: int) -> str:
    said = ngettext(
        "In jouw regio blijft %(total)s vraag open.", "In jouw regio blijven %(total)s vragen open.", total
    ) % {"total": number(total)}
    if not new:
        return said
    more = ngettext("Sinds gisteren kwam er %(new)s bij.", "Sinds gisteren kwamen er %(new)s bij.", new)
    return f"{said} {more % {'new': number(new)}}"
