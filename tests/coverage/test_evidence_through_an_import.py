"""An import shows its rows, counts them, and leaves nothing behind when it is taken back."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

import pytest

from wortel.coverage.models import Evidence, EvidenceYear
from wortel.coverage.public import EvidenceAdapter, coverage_report, tally_differences
from wortel.intake.public import ImportRefused, Outcome, Request, name_source, take_in, undo_import
from wortel.trail.public import By

BY = By.command("tests")

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 21, 12, tzinfo=UTC)
HEADER = ("nis", "municipality", "year", "status", "basis", "source")
FILE = [
    ("31004", "Blankenberge", "2020", "niet bereikt (betwist)", "pers", "https://focus-wtv.be/a"),
    (
        "31004",
        "Blankenberge",
        "2020",
        "activiteit aangetoond",
        "met naam gevonden academie: W",
        "https://focus-wtv.be/a",
    ),
    ("31005", "Brugge", "2020", "bereikt", "pers", "https://focus-wtv.be/a"),
    ("", "Aalter", "2018-2020", "bereikt", "besluit", "https://aalter.be"),
    ("36006", "Hooglede", "", "bereikt", "zonder jaar", "https://kw.be"),
]


@dataclass(frozen=True)
class Row:
    number: int
    cells: dict[str, str]
    problems: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Table:
    rows: Sequence[Row]
    header: tuple[str, ...] = HEADER
    notes: tuple[Any, ...] = field(default=())

    def __iter__(self) -> Any:
        return iter(self.rows)


def bring(rows: Sequence[Sequence[str]], **options: Any) -> Outcome:
    table = Table([Row(n, dict(zip(HEADER, row, strict=True))) for n, row in enumerate(rows, start=2)])

    @contextmanager
    def opened() -> Any:
        yield table

    request = Request(name_source(BY, "proef", at=AT), "proef.csv", "0" * 64, **options)
    return take_in(BY, request, EvidenceAdapter(AT.date()), opened, AT)


def states(year: int) -> dict[str, str]:
    return {place.nis: place.state.value for place in coverage_report([year], date(2025, 1, 1))[year].municipalities}


def test_rows_become_statements_and_are_counted() -> None:
    bring(FILE)
    assert Evidence.objects.count() == 6  # Aalter three years, Hooglede none
    assert (states(2020)["31005"], states(2020)["31004"], states(2020)["44084"]) == ("reached", "contested", "reached")
    assert states(2018)["44084"] == "reached"  # the Aalter of 2018, carried to that of today
    assert tally_differences() == ()


def test_the_same_file_again_changes_nothing() -> None:
    bring(FILE)
    refs = set(Evidence.objects.values_list("ref", flat=True))
    assert bring(FILE).changes_nothing
    assert set(Evidence.objects.values_list("ref", flat=True)) == refs


def test_a_row_that_changes_its_status_changes_its_year() -> None:
    bring(FILE)
    withdrawn = [*FILE[:2], ("31005", "Brugge", "2020", "ingetrokken", "pers", "https://focus-wtv.be/a"), *FILE[3:]]
    bring(withdrawn)
    assert states(2020)["31005"] == "unknown"
    assert tally_differences() == ()


def test_taking_an_import_back_restores_what_was_before() -> None:
    first = bring(FILE)
    second = bring(FILE[:2], accept_loss=True)
    assert states(2020)["31005"] == "unknown"
    undo_import(BY, second.import_id or 0, EvidenceAdapter(AT.date()), AT)
    assert states(2020)["31005"] == "reached"
    undo_import(BY, first.import_id or 0, EvidenceAdapter(AT.date()), AT)
    assert not Evidence.objects.exists()
    assert set(EvidenceYear.objects.values_list("statements", flat=True)) == {0}
    assert tally_differences() == ()


def test_one_impossible_row_stops_the_whole_file_and_is_named() -> None:
    with pytest.raises(ImportRefused) as refused:
        bring([*FILE, ("37012", "Ruiselede", "2025", "bereikt", "x", "https://x.be")])
    remark = refused.value.outcome.refusals[0]
    assert (remark.row, remark.column) == (7, "nis")
    assert "Wingene (37021)" in remark.sentence
    assert not Evidence.objects.exists()
