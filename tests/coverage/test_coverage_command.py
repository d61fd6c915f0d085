"""`wortel coverage report`: the shapes that programs count on, and one sentence for what cannot be."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from wortel.coverage.public import EvidenceDraft, keep_evidence
from wortel.site.cli.coverage import command
from wortel.trail.public import By

BY = By.command("tests")

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def world() -> None:
    said = [(2021, "37012", "recognised"), (2022, "37012", "equivalent"), (2022, "31004", "contested")]
    drafts = [EvidenceDraft(f"demo-{y}-{nis}", "activity", status, y, nis, "L", "X") for y, nis, status in said]
    keep_evidence(BY, drafts, AT)


def report(*arguments: str) -> Result:
    return CliRunner().invoke(command, ["report", *arguments])


def test_by_municipality_each_has_a_state_a_dutch_reason_and_a_count() -> None:
    rows = json.loads(report("--year", "2022", "--boundaries", "2025-01-01", "--by", "municipality").output)
    assert len(rows) == 285
    assert all(list(row) == ["nis", "name", "state", "reason", "evidence"] for row in rows)
    assert {row["nis"]: row["state"] for row in rows if row["evidence"]} == {"31004": "contested", "37021": "reached"}
    assert rows[0]["reason"] == "Niemand heeft hierover iets gemeld."


@pytest.mark.parametrize(("by", "areas"), [("province", 5), ("referentieregio", 15)])
def test_by_area_the_totals_are_those_of_the_map(by: str, areas: int) -> None:
    rows = json.loads(report("--year", "2022", "--boundaries", "2018-12-31", "--by", by).output)
    keys = ["code", "name", "total", "reached", "contested", "not_reached", "unknown"]
    assert all(list(row) == keys for row in rows)
    assert (len(rows), sum(row["total"] for row in rows), sum(row["reached"] for row in rows)) == (areas, 308, 1)


def test_another_year_and_several_years() -> None:
    against = json.loads(report("--year", "2022", "--against", "2021", "--boundaries", "2025-01-01").output)
    assert {row["change"] for row in against if row["nis"] == "37021"} == {"kept"}
    several = json.loads(report("--years", "2020-2022", "--boundaries", "2025-01-01", "--by", "province").output)
    assert [part["year"] for part in several] == [2020, 2021, 2022]


def test_a_what_if_rulebook_changes_the_answer(tmp_path: Path) -> None:
    rule = '[[rule]]\nkey = "{}"\nvalue = {}\nvalid_from = 2014-01-01\nsource = "wat als"\n'
    strict = rule.format("minimum_activities", 1) + rule.format("qualifying_statuses", '["recognised"]')
    (tmp_path / "strict.toml").write_text(strict, encoding="utf-8")
    found = report("--year", "2022", "--boundaries", "2025-01-01", "--rulebook", str(tmp_path / "strict.toml"))
    rows = {row["nis"]: row["state"] for row in json.loads(found.output)}
    assert rows["37021"] == "unknown"


def test_files_mark_fictional_rows(tmp_path: Path) -> None:
    text = report("--year", "2022", "--boundaries", "2025-01-01", "--by", "province", "--format", "csv").output
    assert text.splitlines()[0].endswith(",fictief")
    assert all(line.endswith(",ja") for line in text.splitlines()[1:])
    out = tmp_path / "dekking.xlsx"
    assert report("--year", "2022", "--boundaries", "2025-01-01", "--format", "xlsx", "--out", str(out)).exit_code == 0
    assert out.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--year", "99999", "--boundaries", "2025-01-01"),
        ("--year", "2013", "--boundaries", "2025-01-01"),
        ("--year", "2022", "--boundaries", "2018-12-30"),
        ("--year", "2022", "--boundaries", "morgen"),
        ("--boundaries", "2025-01-01"),
        ("--years", "2022-2020", "--boundaries", "2025-01-01"),
        ("--year", "2022", "--boundaries", "2025-01-01", "--rulebook", "/bestaat/niet.toml"),
    ],
)
def test_what_cannot_be_gets_one_sentence_and_a_failure(arguments: tuple[str, ...]) -> None:
    found = report(*arguments)
    assert found.exit_code != 0
    assert "Traceback" not in found.output
