"""XLSX as people save it, and as nobody should."""

# ruff: noqa: DTZ001 - a spreadsheet knows no time zones

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from xlsxwriter import Workbook

from wortel.gateways.tabular import FileRefused, Row, open_table
from wortel.gateways.tabular.xlsx_reading import cell_text

Put = Callable[..., Path]
Rows = Callable[..., list[Row]]
Refuse = Callable[..., FileRefused]
Package = Callable[..., bytes]
HEADER = '<row r="1"><c r="A1" t="str"><v>a</v></c><c r="B1" t="str"><v>b</v></c></row>'


def workbook(fill: Callable[[Workbook], None]) -> bytes:
    buffer = io.BytesIO()
    with Workbook(buffer) as book:
        fill(book)
    return buffer.getvalue()


def repacked(content: bytes, change: Callable[[zipfile.ZipFile, str, bytes], None]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            change(new, name, old.read(name))
    return buffer.getvalue()


def simple(book: Workbook) -> None:
    sheet = book.add_worksheet("Leden")
    sheet.write_row(0, 0, ["nis", "getal", "dag"])
    sheet.write_string(1, 0, "01234")
    sheet.write_number(1, 1, 12.0)
    sheet.write_datetime(1, 2, dt.datetime(2026, 9, 1), book.add_format({"num_format": "dd/mm/yyyy"}))
    sheet.set_row(1, None, None, {"hidden": True})


def test_reads_cells_as_people_see_them(put: Put) -> None:
    with open_table(put(workbook(simple), "verkeerde_naam.csv")) as table:
        assert (table.kind, table.header, table.notes) == ("xlsx", ("nis", "getal", "dag"), ())
        assert [(row.number, *row.cells.values()) for row in table] == [(2, "01234", "12", "2026-09-01")]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (12.0, "12"),
        (-0.5, "-0.5"),
        (0.1 + 0.2, "0.3"),
        (1e21, "1000000000000000000000"),
        (1e-7, "0.0000001"),
        (float("inf"), "inf"),
        (True, "WAAR"),
        (False, "ONWAAR"),
        ("a\r\nb\rc", "a\nb\nc"),
        (dt.datetime(2026, 1, 2, 3, 4), "2026-01-02T03:04:00"),
        (dt.datetime(2026, 1, 2), "2026-01-02"),
        (dt.date(2026, 1, 2), "2026-01-02"),
        (dt.time(8, 30), "08:30:00"),
        (dt.timedelta(hours=36), "36:00:00"),
        (-dt.timedelta(minutes=90), "-1:30:00"),
    ],
)
def test_writes_a_value_out(value: float | str | dt.date | dt.time | dt.timedelta, text: str) -> None:
    assert cell_text(value) == text


def test_takes_the_first_sheet_that_holds_something_or_the_one_asked(put: Put) -> None:
    def fill(book: Workbook) -> None:
        book.add_worksheet("Leeg")
        for name in ("Toelichting", "Een", "Twee"):
            book.add_worksheet(name).write_column(0, 0, ["naam", name])

    path = put(workbook(fill), "boek.xlsx")
    for asked, found in ((None, "Een"), ("Twee", "Twee"), ("Toelichting", "Toelichting")):
        with open_table(path, sheet=asked) as table:
            assert [row.cells["naam"] for row in table] == [found]
            assert table.notes[0].sentence == f"Enkel het blad “{found}” is gelezen; het bestand heeft 4 bladen."
    with pytest.raises(FileRefused, match="kies een van deze bladen: Leeg, Toelichting, Een, Twee"):
        open_table(path, sheet="Drie")
    with pytest.raises(FileRefused, match="leeg"):
        open_table(path, sheet="Leeg")


def test_a_table_may_start_lower_and_to_the_right(put: Put) -> None:
    def fill(book: Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(2, 1, ["a", "b"])
        sheet.write_row(4, 1, ["1", "2"])

    with open_table(put(workbook(fill))) as table:
        assert [note.key for note in table.notes] == ["header_lower", "columns_without_name"]
        assert [(row.number, dict(row.cells), row.problems) for row in table] == [(5, {"a": "1", "b": "2"}, ())]


def test_formulas_give_the_value_that_was_kept(put: Put) -> None:
    def fill(book: Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["a", "b"])
        sheet.write_formula(1, 0, "=6*7", None, 42)
        sheet.write_formula(2, 1, "=1/0", None, "#DIV/0!")

    with open_table(put(workbook(fill))) as table:
        assert [note.key for note in table.notes] == ["formulas"]
        first, second = table
    assert dict(first.cells) == {"a": "42", "b": ""}
    assert (
        second.problems[0].sentence
        == "Op rij 3, kolom B staat een foutwaarde van Excel (#DIV/0!); verbeter de formule."
    )


def test_a_formula_may_give_an_empty_text(rows: Rows, package: Package) -> None:
    row = rows(package(HEADER + '<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="str"><f>""</f><v></v></c></row>'))[0]
    assert dict(row.cells) == {"a": "1", "b": ""}


def test_refuses_a_formula_that_was_never_worked_out(refused: Refuse) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["a", "b"])
    book.active.append(["x", "=1+1"])
    buffer = io.BytesIO()
    book.save(buffer)
    refusal = refused(buffer.getvalue())
    assert (refusal.problem_key, str(refusal.where)) == ("formula_without_value", "rij 2, kolom B")


def test_refuses_merged_cells_by_name(refused: Refuse) -> None:
    def fill(book: Workbook) -> None:
        simple(book)
        book.worksheets()[0].merge_range("A3:B4", "samen")

    assert refused(workbook(fill)).sentence == (
        "Op het blad “Leden” zijn de cellen A3:B4 samengevoegd; splits ze en vul elke cel in."
    )


def test_refuses_a_truncated_workbook_at_every_length(put: Put) -> None:
    whole = workbook(simple)
    for length in range(4, len(whole), 97):
        with pytest.raises(FileRefused) as caught:
            open_table(put(whole[:length]))
        assert caught.value.problem_key in ("damaged_xlsx", "other_archive")


def test_prefixes_and_missing_references_make_no_difference(rows: Rows, package: Package) -> None:
    sheet = (
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>'
        '<x:row><x:c t="str"><x:v>a</x:v></x:c><x:c t="str"><x:v>b</x:v></x:c></x:row>'
        '<x:row><x:c t="inlineStr"><x:is><x:r><x:t>1</x:t></x:r><x:r><x:t>2</x:t></x:r></x:is></x:c></x:row>'
        "</x:sheetData></x:worksheet>"
    )
    found = rows(package("", extra={"xl/worksheets/sheet1.xml": sheet.encode()}))
    assert [(row.number, dict(row.cells)) for row in found] == [(2, {"a": "12", "b": ""})]


def test_refuses_a_sheet_that_is_not_there(refused: Refuse) -> None:
    content = repacked(workbook(simple), lambda new, name, part: None if "sheet1" in name else new.writestr(name, part))
    assert refused(content).problem_key == "damaged_xlsx"


def test_refuses_an_empty_workbook_and_one_with_only_names(refused: Refuse, package: Package) -> None:
    assert refused(workbook(lambda book: None)).problem_key == "empty"
    assert refused(package(HEADER)).problem_key == "only_header"
    assert refused(package('<row r="1"><c r="A1" s="0"/></row>')).problem_key == "empty"
