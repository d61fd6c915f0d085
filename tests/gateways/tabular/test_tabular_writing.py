"""What we write: it comes back whole, it never runs, and equal input gives equal bytes."""

# ruff: noqa: DTZ001 - a spreadsheet knows no time zones

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from pathlib import Path

import openpyxl
import pytest

from wortel.gateways.tabular import About, CannotWrite, Cell, Sheet, open_table, write_csv, write_xlsx

ABOUT = About("Leden", dt.datetime(2026, 9, 1, 8, 30, tzinfo=dt.UTC), ("Statbel",), ("Proef",), fictional=True)


def written(*sheets: Sheet, about: About | None = ABOUT) -> bytes:
    buffer = io.BytesIO()
    write_xlsx(buffer, sheets, about)
    return buffer.getvalue()


def one_cell(cell: Cell) -> bytes:
    return written(Sheet("Blad", ["a"], [[cell]]))


def test_csv_has_a_bom_and_windows_line_ends() -> None:
    assert b"".join(write_csv([["é", None], [1, -2.5]], ["a", "b"])) == b"\xef\xbb\xbfa,b\r\n\xc3\xa9,\r\n1,-2.5\r\n"
    assert b"".join(write_csv([["1,5"]], ["a"], separator=";", bom=False)) == b"a\r\n1,5\r\n"


@pytest.mark.parametrize(
    "cell", ["=1+1", "+32 9 123", "-x", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "-1+cmd|' /C calc'!A0"]
)
def test_csv_cells_never_run(cell: str) -> None:
    body = b"".join(write_csv([[cell]], ["a"], bom=False)).decode().removeprefix("a\r\n")
    assert body.lstrip('"').startswith("'" + cell[0])


@pytest.mark.parametrize("cell", ["-1", "+1", "-1.5", "-1,5", "1=1", "a@b.be", -3, 0.5])
def test_csv_leaves_plain_cells_alone(cell: str | float) -> None:
    assert b"".join(write_csv([[cell]], ["a"], separator=";", bom=False)) == f"a\r\n{cell}\r\n".encode()


def test_csv_streams() -> None:
    def endless() -> Iterator[list[str]]:
        while True:
            yield ["x" * 100]

    blocks = list(islice(write_csv(endless(), ["a"]), 3))
    assert all(60_000 < len(block) < 70_000 for block in blocks)


def test_xlsx_is_typed_and_nothing_runs() -> None:
    row: list[Cell] = ["=1+1", "http://x.be", "0123", 5, Decimal("1.5"), True, dt.date(2026, 9, 1), None, 10**20]
    book = openpyxl.load_workbook(io.BytesIO(written(Sheet("Leden", [f"k{n}" for n in range(9)], [row]))))
    sheet = book["Leden"]
    assert [cell.value for cell in sheet[2]] == [
        "=1+1", "http://x.be", "0123", 5, 1.5, True, dt.datetime(2026, 9, 1), None, str(10**20),
    ]  # fmt: skip
    assert [cell.data_type for cell in sheet[2]] == ["s", "s", "s", "n", "n", "b", "d", "n", "s"]
    assert all(cell.hyperlink is None for cell in sheet[2])
    assert sheet.freeze_panes == "A2"
    assert sheet["A1"].font.b
    assert (book.properties.title, book.properties.created) == ("Leden", dt.datetime(2026, 9, 1, 8, 30))


def test_xlsx_tells_about_itself_first() -> None:
    book = openpyxl.load_workbook(io.BytesIO(written(Sheet("Leden", ["a"], []))))
    assert book.sheetnames == ["Toelichting", "Leden"]
    told = {str(row[0].value): str(row[1].value) for row in book["Toelichting"].iter_rows()}
    assert told["Datum"] == "2026-09-01"
    assert told["Bron"] == "Statbel"
    assert "fictieve gegevens" in told["Let op"]
    assert openpyxl.load_workbook(io.BytesIO(written(Sheet("B", ["a"], []), about=None))).sheetnames == ["B"]


def test_xlsx_is_dated_where_it_was_made() -> None:
    after_midnight = dt.datetime(2026, 9, 2, 0, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    book = openpyxl.load_workbook(io.BytesIO(written(Sheet("Leden", ["a"], []), about=About("Leden", after_midnight))))
    assert book["Toelichting"]["B2"].value == "2026-09-02"
    assert book.properties.created == dt.datetime(2026, 9, 1, 22, 30)


def test_equal_input_gives_equal_bytes(tmp_path: Path) -> None:
    sheet = Sheet("Leden", ["a", "b"], [["x", 1], ["y", dt.date(2026, 1, 1)]], widths=(20, 5))
    write_xlsx(tmp_path / "een.xlsx", [sheet], ABOUT)
    write_xlsx(tmp_path / "twee.xlsx", [sheet], ABOUT)
    assert (tmp_path / "een.xlsx").read_bytes() == (tmp_path / "twee.xlsx").read_bytes()
    assert written(sheet) == written(sheet)


@pytest.mark.parametrize(
    "cell", [float("nan"), float("inf"), Decimal("NaN"), "x" * 32_768, "\x00", "\ud800", "😀" * 16_384]
)
def test_xlsx_refuses_cells_that_do_not_fit(cell: Cell) -> None:
    with pytest.raises(CannotWrite, match="sheet 'Blad', row 2"):
        one_cell(cell)


@pytest.mark.parametrize("name", ["Toelichting", "x" * 32, "a/b", "'x"])
def test_xlsx_refuses_sheet_names_that_do_not_fit(name: str) -> None:
    with pytest.raises(CannotWrite):
        written(Sheet(name, ["a"], []))


def test_xlsx_refuses_a_row_wider_than_its_header() -> None:
    with pytest.raises(CannotWrite, match="row 2"):
        written(Sheet("Blad", ["a"], [[1, 2]]))


def test_old_days_become_text(tmp_path: Path) -> None:
    (tmp_path / "oud.xlsx").write_bytes(one_cell(dt.date(1830, 10, 4)))
    with open_table(tmp_path / "oud.xlsx") as table:
        assert [row.cells["a"] for row in table] == ["1830-10-04"]
