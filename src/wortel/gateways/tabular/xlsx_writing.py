"""XLSX with typed cells, a header that stays in sight, and nothing that runs."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import IO

from xlsxwriter.exceptions import XlsxWriterException
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from wortel.gateways.tabular.table import storable
from wortel.gateways.tabular.xlsx_package import NOTES_SHEET

_LAST_ROW = 1_048_575
_FIRST_YEAR = 1901
_MAX_TEXT = 32_767
_EXACT_DIGITS = 15
_MIN_WIDTH, _MAX_WIDTH = 8, 60
Cell = str | int | float | Decimal | bool | dt.date | dt.datetime | None


class CannotWrite(ValueError):
    """The cell or sheet does not fit in an XLSX; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet to write: its tab name (31 characters at most), column names, rows, and widths in characters."""

    name: str
    header: Sequence[str]
    rows: Iterable[Sequence[Cell]]
    widths: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class About:
    """What a reader must know of the workbook: becomes its properties and a first sheet "Toelichting".

    `created` knows its zone, and gives the day there; `fictional` adds the warning that the figures are made up.
    """

    title: str
    created: dt.datetime
    sources: Sequence[str] = ()
    remarks: Sequence[str] = ()
    fictional: bool = False
    properties: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def write_xlsx(target: str | os.PathLike[str] | IO[bytes], sheets: Iterable[Sheet], about: About | None = None) -> None:
    """Writes the sheets row by row, keeping no more than one row in memory.

    Numbers become numbers, dates become dates, any text stays text: never a formula or a link. Equal input gives an
    equal file when `about` is given. Raises `CannotWrite`.
    """
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "yyyy-mm-dd",
    }
    workbook = Workbook(os.fspath(target) if isinstance(target, os.PathLike) else target, options)
    try:
        bold = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        if about is not None:
            _write_about(workbook, about, bold)
        for sheet in sheets:
            _write_sheet(workbook, sheet, bold)
    finally:
        workbook.close()


def _write_about(workbook: Workbook, about: About, bold: Format) -> None:
    properties = {
        **about.properties,
        "title": about.title,
        "created": about.created.astimezone(dt.UTC).replace(tzinfo=None),
    }
    workbook.set_properties(properties)
    sheet = workbook.add_worksheet(NOTES_SHEET)
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 100)
    lines = [("Titel", about.title), ("Datum", about.created.date().isoformat())]
    if about.fictional:
        lines.append(("Let op", "Dit zijn fictieve gegevens; gebruik ze niet om te beslissen."))
    lines += [("Bron", source) for source in about.sources] + [("Opmerking", remark) for remark in about.remarks]
    for row, (label, text) in enumerate(lines):
        sheet.write_string(row, 0, label, bold)
        sheet.write_string(row, 1, _writable(text, NOTES_SHEET, row))


def _write_sheet(workbook: Workbook, sheet: Sheet, bold: Format) -> None:
    if sheet.name == NOTES_SHEET:
        raise CannotWrite(f"a sheet cannot be called '{NOTES_SHEET}': that is the sheet about the workbook")
    try:
        target = workbook.add_worksheet(sheet.name)
    except XlsxWriterException as error:
        raise CannotWrite(str(error)) from error
    target.freeze_panes(1, 0)
    for column, name in enumerate(sheet.header):
        width = sheet.widths[column] if column < len(sheet.widths) else len(name) + 2
        target.set_column(column, column, min(max(width, _MIN_WIDTH), _MAX_WIDTH))
        target.write_string(0, column, _writable(name, sheet.name, 0), bold)
    for row, cells in enumerate(sheet.rows, start=1):
        if row > _LAST_ROW or len(cells) > len(sheet.header):
            raise CannotWrite(f"sheet '{sheet.name}', row {row + 1}: more rows or cells than fit")
        for column, cell in enumerate(cells):
            _write_cell(target, row, column, cell, sheet.name)


def _write_cell(target: Worksheet, row: int, column: int, cell: Cell, sheet: str) -> None:
    match cell:
        case None | "":
            return
        case bool():
            target.write_boolean(row, column, cell)
        case int() | float() | Decimal():
            _write_number(target, row, column, cell, sheet)
        case dt.date():
            if cell.year < _FIRST_YEAR:
                target.write_string(row, column, cell.isoformat())
            else:
                target.write_datetime(row, column, _without_zone(cell))
        case _:
            target.write_string(row, column, _writable(cell, sheet, row))


def _write_number(target: Worksheet, row: int, column: int, cell: int | float | Decimal, sheet: str) -> None:
    """A number Excel cannot hold exactly is written as text rather than rounded."""
    if not Decimal(cell).is_finite():
        raise CannotWrite(f"sheet '{sheet}', row {row + 1}: {cell} is not a number")
    if not isinstance(cell, float) and len(Decimal(cell).as_tuple().digits) > _EXACT_DIGITS:
        target.write_string(row, column, str(cell))
    else:
        target.write_number(row, column, float(cell))


def _without_zone(moment: dt.date) -> dt.date:
    return moment.replace(tzinfo=None) if isinstance(moment, dt.datetime) else moment


def _writable(text: str, sheet: str, row: int) -> str:
    if len(text.encode("utf-16-le", "surrogatepass")) > 2 * _MAX_TEXT:
        raise CannotWrite(f"sheet '{sheet}', row {row + 1}: a cell holds at most {_MAX_TEXT} characters")
    if not storable(text):
        raise CannotWrite(f"sheet '{sheet}', row {row + 1}: a control character or half a character")
    return text
