"""A first pass over one XLSX sheet: how large an area it spans, and what its values alone would not tell."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator

from wortel.gateways.tabular.limits import Limits
from wortel.gateways.tabular.refusal import FileRefused, Place
from wortel.gateways.tabular.xml_pass import Attributes, local, pass_over

_LETTERS = re.compile(r"[A-Z]{1,3}\Z")
_SLACK = 1_000
"""Characters of white space or phonetic help a value may carry before it is cut off unfinished."""
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384


class SharedTexts:
    """The lengths of the texts that cells refer to by number."""

    def __init__(self) -> None:
        self.lengths = array("L")

    def passed(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        """Measures the shared strings part while handing it on."""
        return pass_over(chunks, self._start, self._text)

    def _start(self, name: str, _: Attributes) -> None:
        if local(name) == "si":
            self.lengths.append(0)

    def _text(self, text: str) -> None:
        if self.lengths:
            self.lengths[-1] += len(text)


class SheetScan:
    """What a sheet holds: used area, merged ranges, formulas, cells in error.

    Raises `FileRefused` while passing: an area, text or cell too large, a formula without a value, a reference
    that cannot be. Rows and columns count from 1. Every cell passes here, so the steps are kept few.
    """

    def __init__(self, sheet: str, shared: SharedTexts, limits: Limits) -> None:
        self.sheet = sheet
        self.filled = 0
        self.formulas = 0
        self.errors: dict[int, dict[int, str]] = {}
        self.merged: list[str] = []
        self._lengths, self._limits = shared.lengths, limits
        self._row = self._column = 0
        self._row_text = ""
        self._columns: dict[str, int] = {}
        self._area = _Area(sheet, limits)
        self._text_total = 0
        self._type = ""
        self._value: str | None = None
        self._formula = self._inside = False

    def passed(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        """Scans the sheet part while handing it on."""
        yield from pass_over(chunks, self._start, self._text)
        self._finish_cell()

    def _start(self, name: str, attributes: Attributes) -> None:
        if ":" in name:
            name = local(name)
        if name == "c":
            self._finish_cell()
            self._start_cell(attributes)
        elif name in ("v", "t"):
            self._inside, self._value = True, self._value or ""
        else:
            self._inside = False
            self._start_other(name, attributes)

    def _start_other(self, name: str, attributes: Attributes) -> None:
        if name == "f":
            self._formula = True
        elif name == "row":
            self._finish_cell()
            self._start_row(attributes)
        elif name == "mergeCell":
            self.merged.append(attributes.get("ref", ""))

    def _text(self, text: str) -> None:
        if self._inside and self._value is not None:
            self._value += text
            if len(self._value) > self._limits.max_cell + _SLACK:
                raise FileRefused("cell_too_long", self._place(), limit=self._limits.max_cell)

    def _start_row(self, attributes: Attributes) -> None:
        row = int(attributes.get("r", self._row + 1))
        if not self._row < row <= _LAST_ROW:
            raise FileRefused("damaged_xlsx")
        self._row, self._row_text, self._column = row, str(row), 0

    def _start_cell(self, attributes: Attributes) -> None:
        reference = attributes.get("r")
        column = self._column + 1 if reference is None else self._column_of(reference)
        if not self._column < column <= _LAST_COLUMN or not self._row:
            raise FileRefused("damaged_xlsx")
        self._column = column
        self._type = attributes.get("t", "n")

    def _column_of(self, reference: str) -> int:
        name = reference.removesuffix(self._row_text)
        column = self._columns.get(name)
        if column is None:
            column = self._columns[name] = _column_number(name)
        if len(name) == len(reference):
            raise FileRefused("damaged_xlsx")
        return column

    def _finish_cell(self) -> None:
        value, formula = self._value, self._formula
        self._value, self._formula, self._inside = None, False, False
        if formula:
            self.formulas += 1
            if value is None or (not value.strip() and self._type != "str"):
                raise FileRefused("formula_without_value", self._place(), sheet=self.sheet)
        if value is None:
            return
        length = self._shared_length(value) if self._type == "s" else len(value)
        if length > self._limits.max_cell:
            raise FileRefused("cell_too_long", self._place(), limit=self._limits.max_cell)
        if length:
            self.filled += 1
        self._text_total += length
        if self._text_total > self._limits.max_sheet_text:
            raise FileRefused("sheet_too_big", self._place(), sheet=self.sheet)
        self._area.take(self._row, self._column)
        if self._type == "e":
            self.errors.setdefault(self._row, {})[self._column] = value.strip()

    def _shared_length(self, value: str) -> int:
        number = int(value)
        if not 0 <= number < len(self._lengths):
            raise FileRefused("damaged_xlsx")
        return self._lengths[number]

    def _place(self) -> Place:
        return Place(self._row, self._column)


class _Area:
    """The rectangle round the cells seen; the reader after us holds it in memory, empty cells and all."""

    def __init__(self, sheet: str, limits: Limits) -> None:
        self._sheet, self._limit = sheet, limits.max_sheet_cells
        self._top = self._bottom = self._left = self._right = 0

    def take(self, row: int, column: int) -> None:
        """Widens the area to hold this cell; raises `FileRefused` when it becomes too large."""
        if row == self._bottom and self._left <= column <= self._right:
            return
        self._top = self._top or row
        self._bottom = row
        self._left = min(self._left or column, column)
        self._right = max(self._right, column)
        if (self._bottom - self._top + 1) * (self._right - self._left + 1) > self._limit:
            raise FileRefused("sheet_too_big", Place(row, self._right), sheet=self._sheet)


def _column_number(name: str) -> int:
    if not _LETTERS.match(name):
        raise FileRefused("damaged_xlsx")
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
