"""A first pass over one XLSX sheet: how large an area it spans, and what its values alone would not tell."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterator

from wortel.gateways.tabular.limits import Limits
from wortel.gateways.tabular.refusal import FileRefused, Place
from wortel.gateways.tabular.xml_pass import Attributes, local, pass_over

_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})\Z")
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
    that cannot be. Rows and columns count from 1.
    """

    def __init__(self, sheet: str, shared: SharedTexts, limits: Limits) -> None:
        self.sheet = sheet
        self.filled = 0
        self.formulas = 0
        self.errors: dict[tuple[int, int], str] = {}
        self.merged: list[str] = []
        self._shared, self._limits = shared, limits
        self._row = self._column = 0
        self._area = [_LAST_ROW, 0, _LAST_COLUMN, 0]
        self._text_total = self._cell_length = 0
        self._type = ""
        self._value: str | None = None
        self._formula = False
        self._inside: str = ""
        self._actions: dict[str, Callable[[Attributes], None]] = {
            "row": self._start_row,
            "c": self._start_cell,
            "mergeCell": lambda attributes: self.merged.append(attributes.get("ref", "")),
        }
        self._columns: dict[str, int] = {}

    def passed(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        """Scans the sheet part while handing it on."""
        yield from pass_over(chunks, self._start, self._text)
        self._finish_cell()

    def _start(self, name: str, attributes: Attributes) -> None:
        name = local(name) if ":" in name else name
        if name == "v":
            self._inside, self._value = name, ""
        elif name == "f":
            self._inside, self._formula = name, True
        elif name == "t":
            self._inside, self._value = "v", self._value or ""
        else:
            self._inside = ""
            action = self._actions.get(name)
            if action:
                self._finish_cell()
                action(attributes)

    def _text(self, text: str) -> None:
        if self._inside == "v" and self._value is not None:
            self._value += text
            if len(self._value) > self._limits.max_cell + 1000:
                raise FileRefused("cell_too_long", self._place(), limit=self._limits.max_cell)

    def _start_row(self, attributes: Attributes) -> None:
        row = int(attributes.get("r", self._row + 1))
        if not self._row < row <= _LAST_ROW:
            raise FileRefused("damaged_xlsx")
        self._row, self._column = row, 0

    def _start_cell(self, attributes: Attributes) -> None:
        column = self._column + 1
        reference = attributes.get("r")
        if reference is not None:
            column = self._column_of(reference)
        if not self._column < column <= _LAST_COLUMN or not self._row:
            raise FileRefused("damaged_xlsx")
        self._column = column
        self._type = attributes.get("t", "n")
        self._value, self._formula = None, False

    def _column_of(self, reference: str) -> int:
        """Most references are the row number behind letters seen before: no need to take those apart again."""
        name = reference[: -len(str(self._row))]
        if reference != f"{name}{self._row}" or not _REFERENCE.match(reference):
            raise FileRefused("damaged_xlsx")
        if name not in self._columns:
            number = 0
            for letter in name:
                number = number * 26 + ord(letter) - ord("A") + 1
            self._columns[name] = number
        return self._columns[name]

    def _finish_cell(self) -> None:
        value, formula = self._value, self._formula
        self._value, self._formula, self._inside = None, False, ""
        if formula:
            self.formulas += 1
            if value is None or (not value.strip() and self._type != "str"):
                raise FileRefused("formula_without_value", self._place(), sheet=self.sheet)
        if value is None:
            return
        self._measure(value)
        if self._type == "e":
            self.errors[self._row, self._column] = value.strip()

    def _measure(self, value: str) -> None:
        length = len(value)
        if self._type == "s":
            number = int(value)
            if not 0 <= number < len(self._shared.lengths):
                raise FileRefused("damaged_xlsx")
            length = self._shared.lengths[number]
        if length > self._limits.max_cell:
            raise FileRefused("cell_too_long", self._place(), limit=self._limits.max_cell)
        self.filled += bool(length)
        self._text_total += length
        self._widen()

    def _widen(self) -> None:
        top, bottom, left, right = self._area
        self._area = [min(top, self._row), max(bottom, self._row), min(left, self._column), max(right, self._column)]
        top, bottom, left, right = self._area
        size = (bottom - top + 1) * (right - left + 1)
        if size > self._limits.max_sheet_cells or self._text_total > self._limits.max_sheet_text:
            raise FileRefused("sheet_too_big", Place(bottom, right), sheet=self.sheet)

    def _place(self) -> Place:
        return Place(self._row, self._column)
