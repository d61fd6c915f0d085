"""The API answers about coverage and evidence what the command and the pages answer."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from wortel.coverage.public import EvidenceDraft, keep_evidence
from wortel.trail.public import By

BY = By.command("tests")

Ask = Callable[..., Any]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def evidence() -> None:
    def draft(ref: str, year: int, nis: str, **more: Any) -> EvidenceDraft:
        told = {"claim": "activity", "status": "recognised", "is_fictional": False, **more}
        return EvidenceDraft(ref=ref, year=year, nis=nis, title="Robots bouwen", reporter="Bibliotheek", **told)

    keep_evidence(
        BY,
        [
            draft("ev-1", 2022, "44021"),
            draft("ev-2", 2018, "44011"),
            draft("ev-3", 2022, "12025", claim="none"),
            draft("demo-4", 2023, "44021", is_fictional=True),
        ],
        datetime(2024, 1, 1, tzinfo=UTC),
    )


def test_coverage_by_municipality_has_the_shape_of_the_command(ask: Ask) -> None:
    rows = ask("/coverage", year="2022", boundaries="2025-01-01")
    assert len(rows) == 285
    assert {frozenset(row) for row in rows} == {frozenset({"nis", "name", "state", "reason", "evidence"})}
    state_of = {row["nis"]: row["state"] for row in rows}
    assert (state_of["44021"], state_of["12025"], state_of["31005"]) == ("reached", "not_reached", "unknown")


def test_coverage_by_province_counts_every_municipality_of_the_map(ask: Ask) -> None:
    rows = ask("/coverage", year="2022", boundaries="2018-12-31", by="province")
    assert {frozenset(row) for row in rows} == {
        frozenset({"code", "name", "total", "reached", "contested", "not_reached", "unknown"})
    }
    assert sum(row["total"] for row in rows) == 308
    assert sum(row["reached"] for row in rows) == 1


def test_another_year_on_the_same_map_says_what_changed(ask: Ask) -> None:
    rows = ask("/coverage", year="2023", against="2022", boundaries="2025-01-01")
    ghent = next(row for row in rows if row["nis"] == "44021")
    assert (ghent["against"], ghent["against_state"], ghent["change"]) == (2022, "reached", "kept")


def test_a_municipality_has_its_coverage_through_the_years(ask: Ask) -> None:
    years = {row["year"]: row["state"] for row in ask("/municipalities/44083/coverage", boundaries="2025-01-01")}
    assert (years[2018], years[2022]) == ("reached", "unknown")


def test_evidence_keeps_the_code_of_its_own_day(ask: Ask) -> None:
    assert ask("/evidence", nis="44083")["items"] == []
    found = ask("/evidence", nis="44083", boundaries="2025-01-01")
    assert [(item["ref"], item["nis"]) for item in found["items"]] == [("ev-2", "44011")]


def test_evidence_comes_in_pages_that_name_the_next(ask: Ask, client: Client) -> None:
    first = ask("/evidence", size="3")
    assert (first["total"], len(first["items"]), first["previous"]) == (4, 3, None)
    second = client.get(first["next"]).json()
    assert (len(second["items"]), second["next"]) == (1, None)
    assert client.get("/api/v1/evidence?size=3&page=3").status_code == 404


def test_a_statement_without_a_file_has_no_origin(ask: Ask) -> None:
    statement = ask("/evidence/ev-1")
    assert (statement["title"], statement["origin"]) == ("Robots bouwen", None)


def test_what_is_fictional_says_so_in_the_object_and_in_a_header(client: Client) -> None:
    made_up = client.get("/api/v1/evidence?year=2023")
    assert made_up.json()["items"][0]["is_fictional"] is True
    assert made_up.headers["X-Wortel-Fictional"] == "true"
    assert "X-Wortel-Fictional" not in client.get("/api/v1/evidence?year=2022").headers


def test_published_figures_stand_beside_each_other(ask: Ask) -> None:
    figures = {row["ref"]: row for row in ask("/published-figures", year="2021", metric="municipalities_reached")}
    assert len(figures) == 2
    for ref, figure in figures.items():
        assert set(figure["conflicts_with"]) == set(figures) - {ref}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/coverage", 422),
        ("/coverage?year=2013", 404),
        ("/coverage?year=2099", 404),
        ("/coverage?year=99999", 422),
        ("/coverage?year=2022&boundaries=2018-01-01", 404),
        ("/coverage?year=2022&by=street", 422),
        ("/evidence?status=maybe", 422),
        ("/evidence?nis=99999", 404),
        ("/evidence/nothing", 404),
        ("/evidence?page=139425308517744590848", 422),
        ("/evidence?size=501", 422),
    ],
)
def test_what_cannot_be_answered_is_said_with_its_status(client: Client, path: str, status: int) -> None:
    assert client.get(f"/api/v1{path}").status_code == status
