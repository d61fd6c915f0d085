"""Who has not signed in for so long that we ask, and then erase."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce, TruncDate

from wortel.people.public import Person
from wortel.shell.clock import BRUSSELS
from wortel.trail.public import retention_rulebook


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier; the last day of that month where it has no such day."""
    number = day.year * 12 + day.month - 1 - months
    year, month = divmod(number, 12)
    first_of_next = date(year + month // 11, (month + 1) % 12 + 1, 1)
    return min(date(year, month + 1, 1) + timedelta(days=day.day - 1), first_of_next - timedelta(days=1))


def to_remind(on: date) -> Iterator[str]:
    """Refs of who has not signed in since the rulebook's number of months and was not told yet. One query."""
    since = months_before(on, retention_rulebook().number("inactive_months", on))
    waiting = _silent().filter(last__lte=since).filter(Q(reminded_on=None) | Q(reminded_on__lte=F("last")))
    return iter(list(waiting.order_by("pk").values_list("ref", flat=True)))


def to_erase(on: date) -> Iterator[str]:
    """Refs of who was told so many days ago and has not signed in since. One query."""
    told = on - timedelta(days=retention_rulebook().number("days_after_reminder", on))
    waiting = _silent().filter(reminded_on__lte=told, reminded_on__gt=F("last"))
    return iter(list(waiting.order_by("pk").values_list("ref", flat=True)))


def _silent() -> QuerySet[Any]:
    """Real accounts, with the last day anything was seen of them."""
    joined = TruncDate("joined_at", tzinfo=BRUSSELS)
    silent: QuerySet[Any] = Person.objects.filter(erased_at=None, is_fictional=False)
    with_day: QuerySet[Any] = silent.annotate(last=Coalesce("seen_on", joined))
    return with_day
