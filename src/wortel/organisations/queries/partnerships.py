"""Who named whom as a partner, all together."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Q

from wortel.organisations.models import Partner


@dataclass(frozen=True, slots=True)
class Partnership:
    """`actor` names `partner`, from `since` up to `until` (`None`: still)."""

    actor: str
    partner: str
    since: date
    until: date | None


def partnerships(on: date, refs: Collection[str] | None = None) -> tuple[Partnership, ...]:
    """What stood on that day: everything, or only where one of these organisations names or is named. One statement."""
    rows = Partner.objects.filter(Q(until=None) | Q(until__gt=on), since__lte=on)
    if refs is not None:
        rows = rows.filter(Q(actor__in=list(refs)) | Q(partner__in=list(refs)))
    found = rows.order_by("actor", "partner", "since", "pk").values_list("actor", "partner", "since", "until")
    return tuple(Partnership(*row) for row in found)


def partnerships_version() -> str:
    """Another text as soon as a partner was named or no longer is. One statement."""
    row = Partner.objects.aggregate(n=Count("pk"), last=Max("pk"), ended=Count("until"))
    return f"{row['n']}:{row['last']}:{row['ended']}"
