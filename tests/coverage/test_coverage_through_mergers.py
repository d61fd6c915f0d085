"""Statements keep the code of their day; the map is another question."""

from __future__ import annotations

from datetime import date

import pytest

from wortel.coverage.domain.deciding import State
from wortel.coverage.domain.mapping import CoverageMap, MunicipalityCoverage, coverage_of_map, totals
from wortel.coverage.domain.projection import Projection, map_day
from wortel.coverage.domain.rule import ReachRule
from wortel.coverage.domain.statements import Tally, tally_of_one
from wortel.territory.domain.refusals import BeforeFirstMap
from wortel.territory.domain.timeline import Timeline

RULE = ReachRule(1, frozenset({"recognised", "equivalent"}))
M2018, M2019, M2025 = date(2018, 12, 31), date(2019, 1, 1), date(2025, 1, 1)


def held(nis: str, postcode: str = "", count: int = 1) -> Tally:
    return Tally(nis, postcode, recognised=count)


def denied(nis: str, postcode: str = "") -> Tally:
    return tally_of_one(nis, postcode, "none", "recognised", "De Krant")


def coverage(timeline: Timeline, year: int, on: date, *tallies: Tally) -> CoverageMap:
    return coverage_of_map(Projection.of(timeline, map_day(timeline, year), on), tallies, RULE, year, on)


def found(coverage: CoverageMap, nis: str) -> MunicipalityCoverage:
    return next(place for place in coverage.municipalities if place.nis == nis)


@pytest.mark.parametrize(("on", "count"), [(M2018, 308), (M2019, 300), (M2025, 285)])
def test_each_map_has_its_own_denominator_in_every_division(timeline: Timeline, on: date, count: int) -> None:
    found = coverage(timeline, 2022, on, held("44021"))
    assert len(found.municipalities) == count
    for scheme in ("provincie", "referentieregio"):
        rows = totals(found, timeline, scheme)
        assert sum(row.total for row in rows) == count
        assert all(row.total == row.reached + row.contested + row.not_reached + row.unknown for row in rows)
        assert sum(row.reached for row in rows) == 1


def test_a_reached_part_reaches_the_merged_municipality_and_the_reason_says_which_part(timeline: Timeline) -> None:
    wingene = found(coverage(timeline, 2022, M2025, held("37012")), "37021")
    assert wingene.state is State.REACHED
    assert (wingene.reason["sources"], wingene.reason["silent"]) == (("Ruiselede",), ("Wingene",))


def test_one_denied_part_leaves_the_merged_municipality_unknown(timeline: Timeline) -> None:
    wingene = found(coverage(timeline, 2022, M2025, denied("37012")), "37021")
    assert (wingene.state, wingene.reason.key) == (State.UNKNOWN, "coverage.part_denied")


def test_all_parts_denied_make_the_merged_municipality_not_reached(timeline: Timeline) -> None:
    wingene = found(coverage(timeline, 2022, M2025, denied("37012"), denied("37018")), "37021")
    assert (wingene.state, wingene.reason["reporter"]) == (State.NOT_REACHED, "De Krant")


def test_a_fact_of_2025_without_postcode_cannot_be_laid_on_the_map_of_2019(timeline: Timeline) -> None:
    before = coverage(timeline, 2025, M2019, held("37021", count=4))
    for nis in ("37012", "37018"):
        place = found(before, nis)
        assert (place.state, place.reason.key) == (State.UNKNOWN, "coverage.not_placeable")
        assert (place.reason["count"], place.reason["places"]) == (4, ("Wingene",))


def test_a_fact_of_2025_with_a_postcode_can(timeline: Timeline) -> None:
    before = coverage(timeline, 2025, M2019, held("37021", "8755"))
    assert found(before, "37012").state is State.REACHED
    assert found(before, "37018").state is State.UNKNOWN


def test_a_denial_of_the_only_postcode_of_a_former_municipality_denies_it_whole(timeline: Timeline) -> None:
    assert found(coverage(timeline, 2025, M2019, denied("37021", "8755")), "37012").state is State.NOT_REACHED


def test_antwerp_kept_its_code_and_took_borsbeek_in(timeline: Timeline) -> None:
    antwerp = found(coverage(timeline, 2022, M2025, held("11007")), "11002")
    assert (antwerp.state, antwerp.reason["sources"]) == (State.REACHED, ("Borsbeek",))
    back = coverage(timeline, 2025, M2019, held("11002"))
    assert found(back, "11002").reason.key == found(back, "11007").reason.key == "coverage.not_placeable"


def test_zwijndrecht_counts_in_the_province_of_the_map_that_is_shown(timeline: Timeline) -> None:
    in_antwerp = {
        row.name: row.reached for row in totals(coverage(timeline, 2022, M2019, held("11056")), timeline, "provincie")
    }
    in_east = {
        row.name: row.reached for row in totals(coverage(timeline, 2022, M2025, held("11056")), timeline, "provincie")
    }
    assert (in_antwerp["Antwerpen"], in_antwerp["Oost-Vlaanderen"]) == (1, 0)
    assert (in_east["Antwerpen"], in_east["Oost-Vlaanderen"]) == (0, 1)


def test_facts_from_before_the_first_map_are_read_in_its_codes(timeline: Timeline) -> None:
    aalter = found(coverage(timeline, 2016, M2025, held("44029")), "44084")  # Knesselare, since 2019 part of Aalter
    assert (aalter.state, aalter.reason["sources"]) == (State.REACHED, ("Knesselare",))


def test_before_the_first_map_there_is_no_map(timeline: Timeline) -> None:
    with pytest.raises(BeforeFirstMap):
        coverage(timeline, 2016, date(2018, 12, 30))


def test_a_code_that_is_no_municipality_changes_nothing(timeline: Timeline) -> None:
    assert coverage(timeline, 2022, M2025, held("99999"), held("21004")) == coverage(timeline, 2022, M2025)
