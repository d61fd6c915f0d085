"""Counts come with their day, are carried over mergers by adding predecessors, and stay unknown when they are."""

import csv
from datetime import date
from pathlib import Path

from wortel.territory.domain.statistics import Ages, Statistics
from wortel.territory.domain.timeline import Timeline

NEW = date(2025, 1, 1)


def test_antwerpen_of_2025_counts_borsbeek(statistics: Statistics) -> None:
    grown = statistics.population("11002", NEW)
    before = [statistics.population(nis, date(2024, 6, 1)) for nis in ("11002", "11007")]
    assert grown is not None
    assert grown.value == sum(figure.value for figure in before if figure)
    assert (grown.made_of, grown.ref_date) == (("11002", "11007"), date(2024, 1, 1))


def test_everyone_is_counted_once_on_either_map(timeline: Timeline, statistics: Statistics) -> None:
    for on in (date(2024, 1, 1), NEW):
        figures = [statistics.population(place.nis, on) for place in timeline.municipalities(on)]
        assert sum(figure.value for figure in figures if figure) == 6_821_770


def test_a_later_count_is_not_carried_back_into_a_merger(statistics: Statistics) -> None:
    on = date(2018, 12, 31)
    assert statistics.population("44001", on, ref_date=date(2024, 1, 1)) is None
    untouched = statistics.population("11001", on, ref_date=date(2024, 1, 1))
    assert untouched is not None


def test_the_latest_count_up_to_the_day_answers(statistics: Statistics) -> None:
    days = [statistics.population("11001", on) for on in (date(2019, 6, 1), date(2020, 1, 1), date(2024, 1, 1))]
    assert [figure.ref_date for figure in days if figure] == [date(2015, 1, 1), date(2020, 1, 1), date(2024, 1, 1)]


def test_age_groups_that_meet_are_added(statistics: Statistics) -> None:
    groups = (Ages(5, 9), Ages(10, 14), Ages(5, 14))
    low, high, both = [figure.value for ages in groups if (figure := statistics.population("11001", NEW, ages))]
    assert both == low + high


def test_an_age_group_that_no_published_groups_make_up_is_unknown(statistics: Statistics) -> None:
    assert statistics.population("11001", NEW, Ages(5, 13), ref_date=date(2024, 1, 1)) is None
    assert statistics.population("11001", NEW, Ages(7, 8)) is None


def test_an_older_count_answers_for_a_group_the_newest_does_not_have(statistics: Statistics) -> None:
    figure = statistics.population("11001", NEW, Ages(6, 17))
    assert figure is not None
    assert figure.ref_date == date(2015, 1, 1)


def test_herstappe_has_no_school_and_no_pupils(statistics: Statistics) -> None:
    figures = [statistics.pupils("73028", NEW, level) for level in ("kleuter", "lager", "secundair")]
    assert [(figure.value, figure.sources) for figure in figures if figure] == [(0, ("derived",))] * 3


def test_pupils_of_2026_are_unknown_for_a_part_of_a_merged_municipality(statistics: Statistics) -> None:
    assert statistics.pupils("73040", date(2024, 1, 1), "lager") is None
    assert statistics.pupils("71072", NEW, "lager") is not None
    assert statistics.pupils("71072", NEW, "hoger") is None


def test_no_row_is_of_an_example_sheet(tables: Path) -> None:
    with (tables / "pupils.csv").open(encoding="utf-8", newline="") as stream:
        assert {row["school_year"] for row in csv.DictReader(stream)} == {"2025-2026"}
