"""Whatever leaves the demo site as a file says that it is fictional."""

from __future__ import annotations

import csv
import io
import json
from urllib.request import urlopen

import pytest
from openpyxl import load_workbook

LISTS = ("/actoren/export.{form}", "/dekking/?vorm={form}", "/dekking/bewijs/?vorm={form}", "/gemeenten/?vorm={form}")


def _read(site, path: str) -> bytes:
    with urlopen(site.url + path) as answer:
        return answer.read()


@pytest.mark.parametrize("path", LISTS)
def test_csv_names_it(site, path: str) -> None:
    rows = list(csv.reader(io.StringIO(_read(site, path.format(form="csv")).decode("utf-8-sig"))))
    assert any("ictie" in cell for row in rows for cell in row)


@pytest.mark.parametrize("path", LISTS)
def test_xlsx_names_it(site, path: str) -> None:
    book = load_workbook(io.BytesIO(_read(site, path.format(form="xlsx"))), read_only=True)
    cells = (str(cell) for sheet in book.worksheets for row in sheet.iter_rows(values_only=True) for cell in row)
    assert any("ictie" in cell for cell in cells)


@pytest.mark.parametrize("path", LISTS)
def test_json_names_it(site, path: str) -> None:
    text = _read(site, path.format(form="json")).decode()
    json.loads(text)
    assert "ictie" in text or "fictional" in text
