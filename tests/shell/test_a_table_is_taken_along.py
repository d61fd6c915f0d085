"""A table goes along as CSV, XLSX or JSON with the same rows; what is made up says so in each of them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, cast

import openpyxl
import pytest
from django.test import RequestFactory

from wortel.shell.exports import Export, asked_form, export_links, export_response
from wortel.shell.problems import PageProblem

EXPORT = Export(
    name="gemeenten",
    title="Gemeenten",
    columns=("naam", "aantal", "dag"),
    rows=[("Aalst", 3, None), ("=1+1", None, None)],
    made_at=datetime(2026, 11, 21, 12, tzinfo=UTC),
    remarks=("Onbekend is niet nul.",),
    fictional=True,
)


def body(form: str, export: Export = EXPORT) -> bytes:
    return b"".join(cast(Iterable[bytes], cast(Any, export_response(export, form)).streaming_content))


def test_csv_marks_each_made_up_row_and_runs_no_formula() -> None:
    rows = list(csv.reader(io.StringIO(body("csv").decode("utf-8-sig"))))
    assert rows == [["naam", "aantal", "dag", "fictief"], ["Aalst", "3", "", "ja"], ["'=1+1", "", "", "ja"]]


def test_a_table_that_marks_its_own_rows_is_left_as_it_is() -> None:
    own = replace(EXPORT, columns=("naam", "fictief"), rows=[("Aalst", "nee")])
    assert body("csv", own).decode("utf-8-sig").split() == ["naam,fictief", "Aalst,nee"]


def test_xlsx_has_the_rows_and_a_sheet_that_warns() -> None:
    book = openpyxl.load_workbook(io.BytesIO(body("xlsx")))
    notes, table = book.worksheets
    assert [cell.value for cell in table[2]] == ["Aalst", 3, None, "ja"]
    told = " ".join(str(cell.value) for row in notes.iter_rows() for cell in row)
    assert "fictieve gegevens" in told
    assert "Onbekend is niet nul." in told


def test_json_says_it_is_made_up_and_keeps_unknown_empty() -> None:
    told = json.loads(body("json"))
    assert told["fictional"] is True
    assert told["rows"][0] == {"naam": "Aalst", "aantal": 3, "dag": None, "fictief": "ja"}


def test_the_links_keep_the_filters_and_drop_the_page() -> None:
    request = RequestFactory().get("/?regio=REFREG03&pagina=2")
    assert [link.url for link in export_links(request)] == [
        f"?regio=REFREG03&vorm={form}" for form in ("csv", "xlsx", "json")
    ]


def test_a_form_we_do_not_write_is_refused() -> None:
    with pytest.raises(PageProblem):
        asked_form(RequestFactory().get("/?vorm=pdf"))
