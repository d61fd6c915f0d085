"""Counts statements into one tally per place, from the evidence itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db.models import Count, Min, Q, QuerySet

from wortel.coverage.domain.statements import Claim, Status, Tally, column_of, with_counts
from wortel.coverage.models import Evidence

Place = tuple[int, str, str]
_PLACE = ("year", "municipality_id", "postcode")


def counted_tallies(evidence: QuerySet[Evidence]) -> Mapping[Place, Tally]:
    """The tally of each (year, code, postcode) of these statements. Three SQL statements."""
    rows = evidence.order_by()
    counts: dict[Place, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for year, nis, postcode, claim, status, number in (
        rows.values_list(*_PLACE, "claim", "status").annotate(number=Count("pk")).iterator()
    ):
        counts[year, nis, postcode][column_of(claim, status)] += number
    deniers = _first(rows.filter(Q(claim=Claim.NONE) & ~Q(status=Status.WITHDRAWN)))
    disputers = _first(rows.filter(status=Status.CONTESTED))
    return {
        place: with_counts(
            Tally(place[1], place[2], denier=deniers.get(place, ""), disputer=disputers.get(place, "")), number_of
        )
        for place, number_of in counts.items()
    }


def _first(rows: QuerySet[Evidence]) -> Mapping[Place, str]:
    """Per place the first reporter by name."""
    found: Iterable[tuple[int, str, str, str]] = rows.values_list(*_PLACE).annotate(first=Min("reporter")).iterator()
    return {(year, nis, postcode): first for year, nis, postcode, first in found}
