"""Rows out of an XLSX file: scanned, copied as scanned, then read by calamine."""

from __future__ import annotations

import datetime as dt
import math
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import IO, BinaryIO

from python_calamine import CalamineSheet, CalamineWorkbook

from wortel.gateways.tabular.limits import Limits
from wortel.gateways.tabular.refusal import FileRefused, Note, Place, RowProblem
from wortel.gateways.tabular.table import Record, Table, table_of
from wortel.gateways.tabular.xlsx_package import NOTES_SHEET, Package, SheetPart, damage_refused
from wortel.gateways.tabular.xlsx_scan import SharedTexts, SheetScan

Value = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta
YES, NO = "WAAR", "ONWAAR"


def read_xlsx(stream: BinaryIO, limits: Limits, sheet: str | None) -> Table:
    """The table on one sheet, held in memory. Raises `FileRefused`; closes the stream."""
    with stream, damage_refused():
        package = Package(stream, limits)
        sheets = package.sheets()
        # Only what was scanned reaches calamine, so what the zip says of itself twice can never differ.
        with tempfile.NamedTemporaryFile(prefix="wortel-table-", suffix=".xlsx") as copy:
            scan = _copy_scanned(package, _asked(sheets, sheet), limits, copy.file)
            with CalamineWorkbook.from_path(copy.name) as workbook:
                content = workbook.get_sheet_by_name(scan.sheet)
        return table_of("xlsx", _records(content, scan), _notes(scan, sheets), limits, stream.close)


def _asked(sheets: Sequence[SheetPart], name: str | None) -> Sequence[SheetPart]:
    if name is None:
        return sorted(sheets, key=lambda sheet: sheet.name == NOTES_SHEET)
    found = [sheet for sheet in sheets if sheet.name == name]
    if not found:
        raise FileRefused("no_sheet", sheet=name, sheets=", ".join(sheet.name for sheet in sheets))
    return found


def _copy_scanned(package: Package, sheets: Sequence[SheetPart], limits: Limits, copy: IO[bytes]) -> SheetScan:
    """Writes a new package with the first sheet that holds something; raises `FileRefused` when none does."""
    shared = SharedTexts()
    with zipfile.ZipFile(copy, "w") as target:
        for part in package.parts():
            if part.lower() == "xl/sharedstrings.xml":
                _write(target, part, shared.passed(package.chunks(part)))
            elif not part.lower().startswith(("xl/worksheets/", "xl/drawings/", "xl/charts/")):
                _write(target, part, package.chunks(part))
        for sheet in sheets:
            scan = SheetScan(sheet.name, shared, limits)
            _write(target, sheet.part, scan.passed(package.chunks(sheet.part)))
            if scan.filled:
                break
        else:
            raise FileRefused("empty")
    copy.flush()
    if scan.merged:
        raise FileRefused("merged_cells", sheet=scan.sheet, range=", ".join(scan.merged[:3]))
    return scan


def _write(target: zipfile.ZipFile, part: str, chunks: Iterator[bytes]) -> None:
    with target.open(part, "w", force_zip64=True) as content:
        for chunk in chunks:
            content.write(chunk)


def _notes(scan: SheetScan, sheets: Sequence[SheetPart]) -> Iterator[Note]:
    if len(sheets) > 1:
        yield Note.of("sheet", sheet=scan.sheet, count=len(sheets))
    if scan.formulas:
        yield Note.of("formulas", count=scan.formulas)


def _records(content: CalamineSheet, scan: SheetScan) -> Iterator[Record]:
    # calamine starts at the first row of the sheet, but at the first column that holds something.
    before = [""] * (content.start[1] if content.start else 0)
    with damage_refused():
        for number, values in enumerate(content.iter_rows(), start=1):
            yield Record(number, before + [cell_text(value) for value in values], _errors(scan, number))


def _errors(scan: SheetScan, row: int) -> tuple[RowProblem, ...]:
    if not scan.errors:
        return ()
    return tuple(
        RowProblem.of("cell_error", Place(row, column), text=text) for column, text in scan.errors.get(row, {}).items()
    )


def cell_text(value: Value) -> str:
    """The value as a person reads it: 12 without ".0", dates and times in ISO form, WAAR or ONWAAR."""
    match value:
        case str():
            return value.replace("\r\n", "\n").replace("\r", "\n")
        case bool():
            return YES if value else NO
        case int() | float():
            return _number(value)
        case dt.timedelta():
            return _duration(value)
    return _moment(value)


def _moment(value: dt.date | dt.datetime | dt.time) -> str:
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    if isinstance(value, dt.datetime | dt.time):
        return value.isoformat(timespec="seconds")
    return value.isoformat()


def _number(value: int | float) -> str:
    """Excel shows 15 digits; the rest is the noise of binary fractions."""
    if isinstance(value, int) or not math.isfinite(value):
        return str(value)
    text = format(Decimal(format(value, ".15g")), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _duration(value: dt.timedelta) -> str:
    seconds = round(value.total_seconds())
    minutes, rest = divmod(abs(seconds), 60)
    return f"{'-' if seconds < 0 else ''}{minutes // 60}:{minutes % 60:02}:{rest:02}"
