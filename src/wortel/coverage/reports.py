"""Coverage, computed on the spot from the tally: one statement per question, whatever the number of years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from django.db.models import QuerySet

from wortel.coverage.domain.mapping import (
    CoverageMap,
    MunicipalityCoverage,
    coverage_of_map,
    coverage_of_municipality,
)
from wortel.coverage.domain.projection import Projection, map_day
from wortel.coverage.domain.rule import ReachRule
from wortel.coverage.domain.statements import Tally
from wortel.coverage.models import EvidenceTally
from wortel.coverage.rulebook import reach_rulebook
from wortel.kernel.rulebook import Rulebook
from wortel.territory.public import timeline


def coverage_report(years: Iterable[int], on: date, rulebook: Rulebook | None = None) -> Mapping[int, CoverageMap]:
    """Coverage of every municipality on the map of `on`, year by year, by the rule in force at the end of each year.

    One SQL statement. Raises `BeforeFirstMap`, `NoRuleInForce`, `RulebookUnreadable`.
    """
    asked = tuple(dict.fromkeys(years))
    found = coverage_on_maps(((year, on) for year in asked), rulebook)
    return {year: found[year, on] for year in asked}


def coverage_on_maps(
    questions: Iterable[tuple[int, date]], rulebook: Rulebook | None = None
) -> Mapping[tuple[int, date], CoverageMap]:
    """The same for any pairs of a year and the day of a map. One SQL statement; raises the same."""
    asked = tuple(dict.fromkeys(questions))
    rules = {year: ReachRule.of_year(rulebook or reach_rulebook(), year) for year, _ in asked}
    projections = {(year, on): projection(year, on) for year, on in asked}
    said = _tallies(EvidenceTally.objects.filter(year__in=rules))
    return {
        (year, on): coverage_of_map(projections[year, on], said.get(year, ()), rules[year], year, on)
        for year, on in asked
    }


def coverage_through_years(
    nis: str, years: Iterable[int], on: date, rulebook: Rulebook | None = None
) -> Mapping[int, MunicipalityCoverage]:
    """Coverage of one municipality as it stands on `on`, year by year. One SQL statement.

    Raises `UnknownMunicipality` and its kin, `BeforeFirstMap`, `NoRuleInForce`.
    """
    asked = tuple(dict.fromkeys(years))
    rules = {year: ReachRule.of_year(rulebook or reach_rulebook(), year) for year in asked}
    codes = related_codes(nis, on)
    said = _tallies(EvidenceTally.objects.filter(year__in=asked, nis__in=codes))
    return {
        year: coverage_of_municipality(projection(year, on), nis, said.get(year, ()), rules[year]) for year in asked
    }


def related_codes(nis: str, on: date) -> tuple[str, ...]:
    """Every code, on any map, that held ground of the municipality as it stands on `on`; sorted, itself included."""
    lineage = timeline().register.lineage
    timeline().municipality(nis, on)
    codes = {nis}
    for day in (timeline().first_day, *lineage.changes):
        codes.update(lineage.carried(nis, on, day))
    return tuple(sorted(codes))


def projection(year: int, on: date) -> Projection:
    """How codes of the year land on the map of `on`; shared by all days of one map. Raises `BeforeFirstMap`."""
    return _projection(map_day(timeline(), year), timeline().map_span(on).start)


@lru_cache(maxsize=256)
def _projection(then: date, on: date) -> Projection:
    # Pure in its arguments, and the timeline cannot change while the process runs: this never goes stale.
    return Projection.of(timeline(), then, on)


def _tallies(rows: QuerySet[EvidenceTally]) -> Mapping[int, Sequence[Tally]]:
    found: dict[int, list[Tally]] = defaultdict(list)
    for row in rows.order_by().values_list("year", *Tally._fields):
        found[row[0]].append(Tally._make(row[1:]))
    return found
