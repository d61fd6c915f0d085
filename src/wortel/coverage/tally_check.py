"""Whether the tally still says what the evidence says."""

from __future__ import annotations

from wortel.coverage.counting import counted_tallies
from wortel.coverage.domain.statements import Tally
from wortel.coverage.models import Evidence, EvidenceTally, EvidenceYear


def tally_differences() -> tuple[int, ...]:
    """Years whose tally or year row differs from the evidence; empty when all is well. Five SQL statements."""
    true = counted_tallies(Evidence.objects.all())
    rows = EvidenceTally.objects.order_by().values_list("year", *Tally._fields)
    kept = {(row[0], row[1], row[2]): Tally._make(row[1:]) for row in rows.iterator()}
    wrong = {place[0] for place in true.keys() | kept.keys() if true.get(place) != kept.get(place)}
    sums: dict[int, int] = {}
    for place, tally in true.items():
        sums[place[0]] = sums.get(place[0], 0) + tally.statements
    totals = dict(EvidenceYear.objects.values_list("year", "statements"))
    wrong |= {year for year in sums.keys() | totals.keys() if sums.get(year, 0) != totals.get(year, 0)}
    return tuple(sorted(wrong))
