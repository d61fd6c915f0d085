"""Rows out of a CSV file, whatever its separator, encoding and line ends."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from wortel.gateways.tabular.csv_scan import scan_text
from wortel.gateways.tabular.limits import Limits
from wortel.gateways.tabular.refusal import FileRefused, Note, Place
from wortel.gateways.tabular.separator import SAMPLE_CHARACTERS, SAMPLE_LINES, choose_separator, stated_separator
from wortel.gateways.tabular.table import Record, Table, table_of

_SEPARATOR_NAMES = {";": "puntkomma's (;)", "\t": "tabs", "|": "verticale strepen (|)"}


def read_csv(stream: BinaryIO, limits: Limits) -> Table:
    """The table in a text file. Raises `FileRefused`; takes over the stream when it succeeds."""
    form = scan_text(stream, limits)
    text = io.TextIOWrapper(stream, encoding=form.encoding, newline=None)
    feed = _Feed(text, limits)
    sample = feed.sample()
    stated = stated_separator(sample)
    separator = stated or choose_separator(sample)
    notes = list(form.notes)
    if separator in _SEPARATOR_NAMES:
        notes.append(Note.of("separator", separator=_SEPARATOR_NAMES[separator]))
    first_row = 1
    if stated:
        notes.append(Note.of("separator_line"))
        feed.skip()
        first_row = 2
    return table_of("csv", _records(feed, separator, first_row), notes, limits, text.close)


class _Feed:
    """Lines for the CSV reader, which stop when one row takes too many of them."""

    def __init__(self, text: io.TextIOWrapper, limits: Limits) -> None:
        self._text = text
        self.limits = limits
        self._ahead: list[str] = []
        self.row = 1
        self._taken = 0

    def sample(self) -> list[str]:
        """The first lines, which stay to be read."""
        characters = 0
        while len(self._ahead) < SAMPLE_LINES and characters < SAMPLE_CHARACTERS:
            line = self._text.readline(self.limits.max_line_bytes)
            if not line:
                break
            self._ahead.append(line)
            characters += len(line)
        return self._ahead

    def skip(self) -> None:
        """Leaves out the first line of the sample."""
        del self._ahead[0]

    def row_done(self) -> None:
        """Starts counting anew: the reader has given a row."""
        self.row += 1
        self._taken = 0

    def __iter__(self) -> Iterator[str]:
        rest = iter(lambda: self._text.readline(self.limits.max_line_bytes), "")
        for line in chain(self._ahead, rest):
            self._taken += len(line)
            if self._taken > self.limits.max_record:
                raise FileRefused("record_too_long", Place(row=self.row), limit=self.limits.max_record)
            yield line


def _records(feed: _Feed, separator: str, first_row: int) -> Iterator[Record]:
    feed.row = first_row
    # The module's own limit would refuse a long cell without saying in which column it stands.
    csv.field_size_limit(max(csv.field_size_limit(), feed.limits.max_record))
    reader = csv.reader(feed, delimiter=separator, strict=True)
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise _refusal(error, feed.row, feed.limits) from error
        except UnicodeError as error:
            # The first pass read it all: this is another file now.
            raise FileRefused("changed") from error
        yield Record(feed.row, cells)
        feed.row_done()


def _refusal(error: csv.Error, row: int, limits: Limits) -> FileRefused:
    """The module tells its errors apart by wording only."""
    message = str(error)
    if "unexpected end of data" in message:
        return FileRefused("unclosed_quote", Place(row=row))
    if "field larger" in message:
        return FileRefused("cell_too_long", Place(row=row), limit=limits.max_cell)
    return FileRefused("stray_quote", Place(row=row))
