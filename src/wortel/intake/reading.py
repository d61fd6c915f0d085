"""Reads a file row by row: what each row says, what was mended or refused; and keeps that until it is written."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from types import TracebackType
from typing import Any, NamedTuple, Self

from wortel.intake.adapter import Adapter, RowLike, TableLike
from wortel.intake.domain.fields import ColumnMapping, propose_mapping
from wortel.intake.domain.outcome import Outcome
from wortel.intake.domain.statement import RowRefused, Statement, fingerprint
from wortel.intake.wording import say_double, say_same_row
from wortel.shell.places import data_folder

BATCH = 1000


class Read(NamedTuple):
    """One row as it was read, ready for JSON: see `intake.models.Record`."""

    row: int
    key: str
    stated_on: str
    raw: dict[str, str]
    values: dict[str, Any]
    repairs: list[Any]
    digest: str


class Reading:
    """One reading of a file, told to `outcome`. `named` are the keys it names, those of refused rows too.

    Raises `MappingRefused` when it starts.
    """

    def __init__(self, adapter: Adapter, table: TableLike, chosen: Mapping[str, str], outcome: Outcome) -> None:
        self.adapter, self.table, self.outcome = adapter, table, outcome
        self.mapping: ColumnMapping = propose_mapping(table.header, adapter.fields, chosen)
        self._seen: dict[str, str] = {}
        self._kept: set[str] = set()
        outcome.mapping = dict(self.mapping.column_of)
        outcome.unread_columns, outcome.guessed_fields = self.mapping.unread, self.mapping.guessed
        outcome.notes = [note.sentence for note in table.notes]

    @property
    def named(self) -> set[str]:
        """Every key of the rows read so far."""
        return self._seen.keys() | self._kept

    def batches(self) -> Iterator[list[Read]]:
        """The rows that can be taken, one of each key, some at a time."""
        rows = iter(self.table)
        while chunk := list(islice(rows, BATCH)):
            yield [read for row in chunk if (read := self._read(row)) is not None]

    def _read(self, row: RowLike) -> Read | None:
        self.outcome.rows += 1
        if row.problems:
            self._refused(row.number, [("", problem.sentence) for problem in row.problems])
            return None
        column_of = self.mapping.column_of
        try:
            statement = self.adapter.read({name: row.cells[column] for name, column in column_of.items()})
        except RowRefused as refused:
            self._kept.add(refused.key)
            said = [(column_of.get(name, name), self.adapter.say(reason)) for name, reason in refused.problems]
            self._refused(row.number, said)
            return None
        raw = {column: cell for column, cell in row.cells.items() if cell}
        digest = fingerprint(raw, statement.values)
        return self._kept_read(row.number, statement, raw, digest) if self._is_first(row, statement, digest) else None

    def _refused(self, row: int, problems: Sequence[tuple[str, str]]) -> None:
        self.outcome.refused += 1
        for column, sentence in problems:
            self.outcome.remark(self.outcome.refusals, row, column, sentence)

    def _is_first(self, row: RowLike, statement: Statement, digest: str) -> bool:
        key = statement.key
        # The very object comes back only for the first row of a key; an equal one came from an earlier row.
        first = self._seen.setdefault(key, digest)
        if first is digest:
            return True
        column = self.mapping.column_of.get("key", "")
        if first != digest:
            self._refused(row.number, [(column, say_double(key))])
        else:
            self._repaired(row.number, "intake.same_row", column, say_same_row(key))
        return False

    def _kept_read(self, row: int, statement: Statement, raw: dict[str, str], digest: str) -> Read:
        for name, reason in statement.repairs:
            column = self.mapping.column_of.get(name, name)
            self._repaired(row, reason.key, column, self.adapter.say(reason))
        self.outcome.repaired += bool(statement.repairs)
        repairs = [[name, reason.key, dict(reason.parameters)] for name, reason in statement.repairs]
        return Read(row, statement.key, statement.stated_on, raw, dict(statement.values), repairs, digest)

    def _repaired(self, row: int, key: str, column: str, sentence: str) -> None:
        self.outcome.repair_counts[key] = self.outcome.repair_counts.get(key, 0) + 1
        self.outcome.remark(self.outcome.repairs, row, column, sentence)


class Shelf:
    """Batches of rows put aside on disk, beside the database that will hold them, and gone with the program."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile("w+", encoding="ascii", dir=data_folder())  # noqa: SIM115  (closed in __exit__)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def put(self, batch: Sequence[Read]) -> None:
        """Puts one batch at the end."""
        self._file.write(json.dumps(batch) + "\n")

    def __iter__(self) -> Iterator[list[Read]]:
        self._file.seek(0)
        for line in self._file:
            yield [Read(*row) for row in json.loads(line)]
