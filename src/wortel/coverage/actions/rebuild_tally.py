"""Counts the statements of some years anew, in the transaction that changed them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Count, Min, Q

from wortel.coverage.models import Evidence, EvidenceTally, EvidenceYear

_KEY = ("year", "municipality_id", "postcode", "claim", "status")
_NEEDS_A_NAME = Q(claim=Evidence.Claim.NONE) | Q(status=Evidence.Status.CONTESTED)


def rebuild_tally(years: Iterable[int], at: datetime) -> None:
    """Rewrites tally and year rows of these years from the evidence as it now stands.

    Two transactions that touch one year wait for each other on its row, so that neither counts without the other.
    """
    with transaction.atomic():
        for year in sorted(set(years)):
            EvidenceYear.objects.get_or_create(year=year)
            EvidenceYear.objects.select_for_update().get(year=year)
            _recount(year, at)


def rebuild_every_tally(at: datetime) -> None:
    """The same for every year that has evidence or ever had."""
    with transaction.atomic():
        years = set(Evidence.objects.order_by().values_list("year", flat=True).distinct())
        rebuild_tally(years | set(EvidenceYear.objects.values_list("year", flat=True)), at)


def _recount(year: int, at: datetime) -> None:
    evidence = Evidence.objects.filter(year=year).order_by()
    counted = evidence.values_list(*_KEY).annotate(count=Count("pk"))
    named = evidence.filter(_NEEDS_A_NAME).values_list(*_KEY).annotate(first=Min("reporter"))
    reporter_of = {tuple(row[:5]): str(row[5]) for row in named}
    rows = [
        EvidenceTally(
            year=row[0],
            nis=row[1],
            postcode=row[2],
            claim=row[3],
            status=row[4],
            count=row[5],
            reporter=reporter_of.get(tuple(row[:5]), ""),
        )
        for row in counted
    ]
    EvidenceTally.objects.filter(year=year).delete()
    EvidenceTally.objects.bulk_create(rows, batch_size=2000)
    EvidenceYear.objects.filter(year=year).update(
        statements=sum(row.count for row in rows),
        fictional=evidence.filter(is_fictional=True).count(),
        changed_at=at,
    )
