"""Coverage as the pages of the atlas show it: one year on the map, or one municipality through the years."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from wortel.atlas.addresses import address
from wortel.coverage.domain.mapping import CoverageMap, Total, total_of
from wortel.coverage.public import (
    FIRST_RULED_YEAR,
    coverage_report,
    coverage_through_years,
    say,
    say_state,
    years_with_evidence,
)
from wortel.territory.public import Mark


@dataclass(frozen=True, slots=True)
class YearMark:
    """One square of the strip through the years: the state, why, and how many statements it rests on."""

    year: int
    state: str
    reason: str
    evidence: int
    url: str


def newest_full_year(today: date) -> int:
    """The last year before this one about which anyone said anything; last year when nobody did."""
    years = [row.year for row in years_with_evidence() if row.year < today.year]
    return max(years, default=today.year - 1)


def coverage_of_year(year: int, on: date) -> CoverageMap:
    """The state of every municipality of the map of `on` in that year."""
    return coverage_report([year], on)[year]


def counted(coverage: CoverageMap, codes: Iterable[str] | None = None) -> Total:
    """The municipalities counted by state; only those named by `codes` when given."""
    wanted = None if codes is None else set(codes)
    return total_of("", "", (place for place in coverage.municipalities if wanted is None or place.nis in wanted))


def marks(coverage: CoverageMap) -> Mapping[str, Mark]:
    """What the map says of each municipality, with the door to its page."""
    return {
        place.nis: Mark(str(place.state), say_state(place.state), reverse("atlas:municipality", args=[place.nis]))
        for place in coverage.municipalities
    }


def strip(nis: str, on: date, last_year: int) -> tuple[YearMark, ...]:
    """The municipality as it stands on `on`, year by year."""
    found = coverage_through_years(nis, range(FIRST_RULED_YEAR, last_year + 1), on)
    return tuple(
        YearMark(year, str(place.state), say(place.reason), place.evidence, evidence_url(nis, year))
        for year, place in found.items()
    )


def coverage_url(year: int) -> str:
    """The page that shows how the figures of a year were counted."""
    return address("coverage:coverage", {"jaar": year})


def evidence_url(nis: str, year: int) -> str:
    """The page with the evidence about one municipality in one year."""
    return address("coverage:evidence_list", {"jaar": year, "gemeente": nis})
