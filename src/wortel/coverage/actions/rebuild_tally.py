"""Counts the statements of some years anew, in the transaction that changed them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from wortel.coverage.counting import counted_tallies
from wortel.coverage.models import Evidence, EvidenceTally, EvidenceYear
from wortel.trail.public import By, leave


def rebuild_tally(years: Iterable[int], at: datetime) -> None:
    """Rewrites tally and year rows of these years from the evidence as it now stands.

    Two transactions that touch one year wait for each other on its row, so that neither counts without the other.
    """
    with transaction.atomic():
        for year in sorted(set(years)):
            EvidenceYear.objects.get_or_create(year=year)
            EvidenceYear.objects.select_for_update().get(year=year)
            _recount(year, at)


def rebuild_every_tally(by: By, at: datetime) -> None:
    """The same for every year that has evidence or ever had."""
    with transaction.atomic():
        years = set(Evidence.objects.order_by().values_list("year", flat=True).distinct())
        years |= set(EvidenceYear.objects.values_list("year", flat=True))
        rebuild_tally(years, at)
        leave(by, "coverage.recounted", "coverage:*", at=at, after={"years": sorted(years)})


def _recount(year: int, at: datetime) -> None:
    evidence = Evidence.objects.filter(year=year)
    tallies = counted_tallies(evidence).values()
    EvidenceTally.objects.filter(year=year).delete()
    EvidenceTally.objects.bulk_create(
        (EvidenceTally(year=year, **tally._asdict()) for tally in tallies), batch_size=500
    )
    EvidenceYear.objects.filter(year=year).update(
        statements=sum(tally.statements for tally in tallies),
        fictional=evidence.filter(is_fictional=True).count(),
        changed_at=at,
    )
