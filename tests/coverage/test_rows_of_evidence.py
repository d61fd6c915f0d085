"""What one row of a file states, and which rows are refused: the column and the ground are named."""

from __future__ import annotations

from datetime import date

import pytest

from wortel.coverage.domain.evidence_row import read_row
from wortel.intake.domain.statement import RowRefused, Statement
from wortel.territory.domain.timeline import Timeline

TODAY = date(2026, 11, 21)
KNOWN = {"nis": "31003", "municipality": "Beernem", "year": "2022", "status": "bereikt", "source": "https://kw.be/a"}


def read(timeline: Timeline, **cells: str) -> Statement:
    return read_row(cells, timeline, TODAY)


def events(statement: Statement) -> list[tuple[int, str]]:
    return [(event["year"], event["nis"]) for event in statement.values["events"]]


def test_a_row_names_place_year_reporter_and_address(timeline: Timeline) -> None:
    found = read(timeline, **KNOWN)
    assert events(found) == [(2022, "31003")]
    assert (found.values["reporter"], found.values["url"]) == ("kw.be", "https://kw.be/a")


@pytest.mark.parametrize(
    ("status", "said", "claim", "standing"),
    [
        ("bereikt", "", "activity", "equivalent"),
        ("", "", "activity", "equivalent"),
        ("", "described as recognised by VLAIO", "activity", "recognised"),
        ("", "municipality recognised and subsidised by VLAIO in 2024", "activity", "equivalent"),
        ("Erkend", "", "activity", "recognised"),
        ("activiteit aangetoond", "", "activity", "equivalent"),
        ("betwist", "", "activity", "contested"),
        ("withdrawn", "", "activity", "withdrawn"),
        ("niet bereikt", "", "none", "recognised"),
        ("not_reached", "", "none", "recognised"),
        ("niet bereikt (betwist)", "", "none", "contested"),
    ],
)
def test_the_status_says_what_is_claimed_and_how_it_stands(
    timeline: Timeline, status: str, said: str, claim: str, standing: str
) -> None:
    found = read(timeline, nis="31004", year="2020", status=status, basis=said)
    assert (found.values["claim"], found.values["status"]) == (claim, standing)


def test_a_run_of_years_is_one_statement_a_year_by_the_name_of_its_time(timeline: Timeline) -> None:
    found = read(timeline, municipality="Aalter", year="2018-2020", title="Techniekacademie Aalter")
    assert events(found) == [(2018, "44001"), (2019, "44084"), (2020, "44084")]


def test_a_postcode_alone_finds_the_municipality_of_that_year(timeline: Timeline) -> None:
    assert events(read(timeline, postcode="8755", year="2022", status="erkend")) == [(2022, "37012")]
    assert events(read(timeline, postcode="8755", date="3/5/2025", status="erkend")) == [(2025, "37021")]


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        ({"municipality": "Hooglede", "year": "undated"}, "no_year"),
        ({"municipality": "(region Neteland)", "year": "2023"}, "no_place"),
        ({"nis": "23024", "year": "2025", "title": "STEAM-academie Oetingen (planned)"}, "only_planned"),
    ],
)
def test_what_the_source_does_not_say_is_kept_and_counts_nowhere(
    timeline: Timeline, cells: dict[str, str], kind: str
) -> None:
    found = read(timeline, **cells)
    assert events(found) == []
    assert f"evidence.{kind}" in [reason.key for _, reason in found.repairs]


def test_a_code_of_another_time_is_mended_only_when_the_name_points_the_same_way(timeline: Timeline) -> None:
    found = read(timeline, nis="44001", municipality="Aalter", year="2022")
    assert events(found) == [(2022, "44084")]
    assert found.repairs[0][1].key == "evidence.code_of_another_time"


@pytest.mark.parametrize(
    ("cells", "column", "kind"),
    [
        ({"nis": "99999"}, "nis", "unknown_nis"),
        ({"nis": "21004"}, "nis", "in_brussels"),
        ({"nis": "44001", "municipality": ""}, "nis", "nis_ended"),
        ({"nis": "37012", "municipality": "Ruiselede", "year": "2025"}, "nis", "nis_ended"),
        ({"nis": "37021", "municipality": "Wingene"}, "nis", "nis_not_yet"),
        ({"nis": "", "municipality": "Merelbeke-Melle"}, "municipality", "unknown_name"),
        ({"nis": "", "municipality": "", "postcode": "1000"}, "postcode", "unknown_postcode"),
        ({"postcode": "9000"}, "postcode", "postcode_elsewhere"),
        ({"year": "99999"}, "year", "implausible_year"),
        ({"year": "2027"}, "year", "implausible_year"),
        ({"year": "2011"}, "year", "implausible_year"),
        ({"year": "2022-2020"}, "year", "not_a_year"),
        ({"year": "vorig jaar"}, "year", "not_a_year"),
        ({"date": "31/02/2022"}, "date", "not_a_day"),
        ({"date": "2026-12-01", "year": ""}, "date", "day_to_come"),
        ({"date": "2021-05-03"}, "date", "day_outside_year"),
        ({"status": "misschien"}, "status", "unknown_status"),
        ({"title": "a\x00b"}, "title", "unwritable"),
        ({"title": "a" * 301}, "title", "too_long"),
    ],
)
def test_a_row_that_cannot_be_right_is_refused(
    timeline: Timeline, cells: dict[str, str], column: str, kind: str
) -> None:
    with pytest.raises(RowRefused) as refused:
        read(timeline, **{**KNOWN, **cells})
    assert [(name, reason.key) for name, reason in refused.value.problems] == [(column, f"evidence.{kind}")]


def test_two_rows_about_one_place_and_year_have_names_of_their_own(timeline: Timeline) -> None:
    named = {**KNOWN, "basis": "met naam gevonden academie: Academie X"}
    assert read(timeline, **KNOWN).key != read(timeline, **named).key
    assert read(timeline, **named).values["title"] == "Academie X"
