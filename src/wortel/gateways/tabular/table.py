"""A table as it streams out of a file, whatever the file was."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from types import TracebackType
from typing import Self

from wortel.gateways.tabular.header import Header, read_header
from wortel.gateways.tabular.limits import Limits
from wortel.gateways.tabular.refusal import FileRefused, Note, Place, RowProblem, letters
from wortel.kernel.text import TextRefused, clean_text


@dataclass(frozen=True, slots=True)
class Record:
    """One row as the file's own reader gives it: row number from 1, cells by position, faults seen so far."""

    number: int
    cells: Sequence[str]
    problems: tuple[RowProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: the row number a spreadsheet shows, a text for every column name, what is wrong with it.

    Texts come as they stand in the file, line ends as line feeds; they are not trimmed or normalised.
    """

    number: int
    cells: Mapping[str, str]
    problems: tuple[RowProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """Some rows after each other, none of which has a fault: their numbers, and the texts of every named column."""

    numbers: Sequence[int]
    cells: Mapping[str, Sequence[str]]

    def rows(self) -> Iterator[Row]:
        """The same, row by row."""
        names = list(self.cells)
        for number, texts in zip(self.numbers, zip(*self.cells.values(), strict=True), strict=True):
            yield Row(number, dict(zip(names, texts, strict=True)))


class AlreadyRead(RuntimeError):
    """A table streams its file once; open it again to read it again."""


class Table:
    """An open file read as a table; use it in a `with` and iterate over it once, row by row.

    `header` holds the column names, `kind` is "csv" or "xlsx", `notes` the choices made when opening it.
    Rows without any text are passed over. Iterating raises `FileRefused` for what only shows further down,
    so keep nothing for good before the last row; and `AlreadyRead` the second time.
    """

    def __init__(
        self,
        kind: str,
        header: Header,
        records: Iterable[Record],
        notes: tuple[Note, ...],
        limits: Limits,
        close: Callable[[], None],
    ) -> None:
        self.kind = kind
        self.header: tuple[str, ...] = header.names
        self.notes = notes
        self._header = header
        self._records = iter(records)
        self._limits = limits
        self._close = close
        self._started = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file; a second time does nothing."""
        self._close()

    def __iter__(self) -> Iterator[Row]:
        if self._started:
            raise AlreadyRead("this table was already read; open the file again")
        self._started = True
        return self._rows()

    def blocks(self, size: int = 8192) -> Iterator[Block | Row]:
        """The same rows in the same order, many at a time where nothing is wrong with any of them: far faster."""
        if self._started:
            raise AlreadyRead("this table was already read; open the file again")
        self._started = True
        records = self._filled()
        while some := list(islice(records, size)):
            block = self._block(some)
            if block:
                yield block
            else:
                yield from map(self._row, some)

    def _block(self, records: Sequence[Record]) -> Block | None:
        """The records at once when each is plain: as wide as the header, no control characters, nothing too long."""
        rows = [record.cells for record in records]
        if self._header.unnamed or set(map(len, rows)) != {self._header.width} or any(one.problems for one in records):
            return None
        texts = ["".join(row) for row in rows]
        if max(map(len, texts)) > self._limits.max_cell or not "".join(texts).isprintable():
            return None
        columns = list(zip(*rows, strict=True))
        return Block([one.number for one in records], {name: columns[place] for name, place in self._header.places})

    def _rows(self) -> Iterator[Row]:
        return map(self._row, self._filled())

    def _filled(self) -> Iterator[Record]:
        for record in self._records:
            if record.number - self._header.row > self._limits.max_rows:
                raise FileRefused("too_many_rows", Place(row=record.number), limit=self._limits.max_rows)
            if any(record.cells) or record.problems:
                yield record

    def _row(self, record: Record) -> Row:
        cells, problems = list(record.cells), list(record.problems)
        refuse_long_cells(record, self._limits)
        if not all(map(str.isprintable, cells)):
            problems += _without_controls(record.number, cells)
        problems += self._shape_problems(record.number, cells)
        cells += [""] * (self._header.width - len(cells))
        named = {name: cells[place] for name, place in self._header.places}
        return Row(record.number, named, tuple(problems))

    def _shape_problems(self, number: int, cells: Sequence[str]) -> Iterator[RowProblem]:
        width = self._header.width
        if len(cells) < width:
            yield RowProblem.of("too_few_cells", Place(row=number), found=len(cells), expected=width)
        for place in self._header.unnamed:
            if place < len(cells) and cells[place].strip():
                yield RowProblem.of("cell_without_name", Place(number, place + 1), text=cells[place])
        for place in range(width, len(cells)):
            if cells[place].strip():
                yield RowProblem.of("too_many_cells", Place(number, place + 1), text=cells[place])
                return


def table_of(
    kind: str, records: Iterator[Record], notes: Iterable[Note], limits: Limits, close: Callable[[], None]
) -> Table:
    """The table whose first record with text is the header.

    Raises `FileRefused`: nothing but empty rows, no row under the header, or a header that is wrong.
    """
    top = next((record for record in records if any(cell.strip() for cell in record.cells)), None)
    if top is None:
        raise FileRefused("empty")
    header = read_header(top.number, top.cells, limits)
    first = next((record for record in records if any(record.cells) or record.problems), None)
    if first is None:
        raise FileRefused("only_header", Place(row=top.number))
    told = list(notes)
    if top.number > 1 and not any(note.key == "separator_line" for note in told):
        told.append(Note.of("header_lower", row=top.number))
    if header.unnamed:
        told.append(Note.of("columns_without_name", columns=column_letters(header.unnamed)))
    return Table(kind, header, chain((first,), records), tuple(told), limits, close)


def refuse_long_cells(record: Record, limits: Limits) -> None:
    """Raises `FileRefused` for too many columns or a cell that is too long."""
    if len(record.cells) > limits.max_columns and any(record.cells[limits.max_columns :]):
        raise FileRefused("too_many_columns", Place(row=record.number), limit=limits.max_columns)
    if record.cells and max(map(len, record.cells)) > limits.max_cell:
        column = next(place for place, cell in enumerate(record.cells, start=1) if len(cell) > limits.max_cell)
        raise FileRefused("cell_too_long", Place(record.number, column), limit=limits.max_cell)


def _without_controls(number: int, cells: list[str]) -> Iterator[RowProblem]:
    for place, cell in enumerate(cells):
        if cell.isprintable():
            continue
        kept = "".join(character for character in cell if character.isprintable() or storable(character))
        if kept != cell:
            cells[place] = kept
            yield RowProblem.of("control_character", Place(number, place + 1))


def storable(text: str) -> bool:
    """Whether every character can be kept by a database, by the rule of the kernel."""
    try:
        clean_text(text, limit=sys.maxsize, lines=True)
    except TextRefused:
        return False
    return True


def column_letters(places: Iterable[int]) -> str:
    """The letters of columns counted from 0, in a list."""
    return ", ".join(letters(place + 1) for place in places)
