"""The rows of the world in the form in which the intake reads a file."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field

from wortel.intake.public import TableLike


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the number it would have in a file, and its cells."""

    number: int
    cells: Mapping[str, str]
    problems: tuple[()] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """An invented file, kept in memory."""

    name: str
    header: Sequence[str]
    rows: Sequence[Row]
    notes: tuple[()] = field(default=())

    @classmethod
    def of(cls, name: str, header: Sequence[str], cells: Iterable[Mapping[str, str]]) -> Table:
        """The table of these rows, numbered below the line with the column names."""
        return cls(name, header, [Row(number, row) for number, row in enumerate(cells, start=2)])

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def open(self) -> AbstractContextManager[TableLike]:
        """The table, ready to be read from the top."""
        return nullcontext(self)

    def sha256(self) -> str:
        """The fingerprint that the file would have, written as CSV."""
        found = hashlib.sha256()
        for values in (self.header, *([row.cells[name] for name in self.header] for row in self.rows)):
            line = io.StringIO()
            csv.writer(line).writerow(values)
            found.update(line.getvalue().encode())
        return found.hexdigest()
