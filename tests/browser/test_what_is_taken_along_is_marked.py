"""Whatever leaves the demo site as a file says that it is fictional, in its head and in every row that is."""

from __future__ import annotations

import csv
import io
import json
from urllib.request import urlopen

import pytest
from openpyxl import load_workbook

LISTS = (
    "/actoren/export.{form}",
    "/actoren/?vorm={form}&q=pixelboom",
    "/dekking/?vorm={form}&jaar=2022",
    "/dekking/bewijs/?vorm={form}",
    "/gemeenten/?vorm={form}",
)
WARNING = "Dit zijn fictieve gegevens; gebruik ze niet om te beslissen."


def _read(site, path: str) -> bytes:
    with urlopen(site.url + path) as answer:
        return answer.read()


@pytest.mark.parametrize("path", LISTS)
def test_csv_has_a_column_for_it(site, path: str) -> None:
    text = _read(site, path.format(form="csv")).decode("utf-8-sig")
    assert "ja" in {row["fictief"] for row in csv.DictReader(io.StringIO(text))}


@pytest.mark.parametrize("path", LISTS)
def test_a_workbook_warns_on_its_first_sheet(site, path: str) -> None:
    book = load_workbook(io.BytesIO(_read(site, path.format(form="xlsx"))), read_only=True)
    assert WARNING in {cell for row in book.worksheets[0].iter_rows(values_only=True) for cell in row}


@pytest.mark.parametrize("path", LISTS)
def test_json_says_it_in_its_head_and_in_its_rows(site, path: str) -> None:
    taken = json.loads(_read(site, path.format(form="json")))
    assert taken["fictional"] is True
    assert "ja" in {row["fictief"] for row in taken["rows"]}


def test_a_list_of_real_actors_only_does_not_warn(site) -> None:
    taken = json.loads(_read(site, "/actoren/export.json?fictief=nee"))
    assert taken["rows"]
    assert taken["fictional"] is False
    assert {row["fictief"] for row in taken["rows"]} == {"nee"}


def test_the_api_marks_every_invented_record(site) -> None:
    with urlopen(site.url + "/api/v1/evidence?year=2022") as answer:
        assert answer.headers["X-Wortel-Fictional"] == "true"
        assert all(item["is_fictional"] for item in json.load(answer)["items"])
