"""Whether the tally still says what the evidence says."""

from __future__ import annotations

from django.db.models import Count

from wortel.coverage.models import Evidence, EvidenceTally, EvidenceYear

_KEY = ("year", "postcode", "claim", "status")


def tally_differences() -> tuple[int, ...]:
    """Years whose tally or year row differs from the evidence; empty when all is well. Three SQL statements."""
    counted = Evidence.objects.order_by().values_list("year", "municipality_id", *_KEY[1:]).annotate(n=Count("pk"))
    true = {tuple(row[:5]): row[5] for row in counted.iterator()}
    rows = EvidenceTally.objects.order_by().values_list("year", "nis", *_KEY[1:], "count")
    kept = {tuple(row[:5]): row[5] for row in rows.iterator()}
    wrong = {key[0] for key in true.keys() | kept.keys() if true.get(key) != kept.get(key)}
    sums: dict[int, int] = {}
    for key, number in true.items():
        sums[key[0]] = sums.get(key[0], 0) + number
    totals = dict(EvidenceYear.objects.values_list("year", "statements"))
    wrong |= {year for year in sums.keys() | totals.keys() if sums.get(year, 0) != totals.get(year, 0)}
    return tuple(sorted(wrong))
