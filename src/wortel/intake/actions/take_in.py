"""Takes a file in: every row becomes a record of its source, or the import changes nothing at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

from django.db import transaction

from wortel.intake.adapter import Adapter, OpenTable, RowLike, TableLike
from wortel.intake.domain.fields import ColumnMapping, MappingRefused, propose_mapping
from wortel.intake.domain.outcome import SHOWN, Outcome, RowChange
from wortel.intake.domain.statement import RowRefused, Statement, fingerprint, loses_too_much
from wortel.intake.models import Import, Record, Source
from wortel.intake.wording import say_double, say_loss, say_mapping, say_refused_rows, say_same_row

BATCH = 1000


class ImportRefused(ValueError):
    """The import was not applied; the message says why in one sentence, `outcome` holds what was seen."""

    def __init__(self, sentence: str, outcome: Outcome) -> None:
        super().__init__(sentence)
        self.outcome = outcome


@dataclass(frozen=True, slots=True)
class Request:
    """What to take in and how."""

    source: Source
    file_name: str
    file_sha256: str
    chosen_columns: dict[str, str] = field(default_factory=dict)
    dry_run: bool = False
    accept_loss: bool = False
    skip_bad_rows: bool = False


@dataclass(frozen=True, slots=True)
class _Read:
    row: int
    statement: Statement
    raw: dict[str, str]
    digest: str


def take_in(request: Request, adapter: Adapter, open_table: OpenTable, at: datetime) -> Outcome:
    """Reads the file twice: once to see what it would do, once to do it in one transaction.

    Raises `ImportRefused` (and changes nothing) when columns or rows cannot be read, or when too much would be lost.
    A dry run stops after the first reading. A file that changes nothing leaves no trace.
    """
    outcome = _Run(request, adapter, open_table, at, Outcome()).look()
    _refuse(request, outcome)
    if request.dry_run or outcome.changes_nothing:
        return outcome
    with transaction.atomic():
        Source.objects.select_for_update().get(pk=request.source.pk)
        applied = _Run(request, adapter, open_table, at, Outcome()).apply()
        _refuse(request, applied)
    return applied


def _refuse(request: Request, outcome: Outcome) -> None:
    if outcome.refused and not request.skip_bad_rows:
        first = outcome.refusals[0]
        place = f"rij {first.row}" + (f", kolom {first.column}" if first.column else "")
        raise ImportRefused(say_refused_rows(outcome.refused, f"{place}: {first.sentence}"), outcome)
    if loses_too_much(outcome.standing_before, outcome.dropped) and not request.accept_loss:
        raise ImportRefused(say_loss(outcome.standing_before, outcome.dropped), outcome)


class _Run:
    """One reading of the file, from the first row to the last."""

    def __init__(
        self, request: Request, adapter: Adapter, open_table: OpenTable, at: datetime, outcome: Outcome
    ) -> None:
        self.request, self.adapter, self.open_table, self.at, self.outcome = request, adapter, open_table, at, outcome
        self.seen: dict[str, str] = {}
        self.kept_keys: set[str] = set()
        self.standing = Record.objects.filter(source=request.source, kind=adapter.kind, ended_by=None)
        outcome.standing_before = self.standing.count()

    def look(self) -> Outcome:
        """What the file would change."""
        with self.open_table() as table:
            mapping = self._mapping(table)
            for batch in self._batches(table, mapping):
                self._compare(batch)
        self.outcome.dropped = len(self._dropped_ids())
        return self.outcome

    def apply(self) -> Outcome:
        """Changes it, inside the caller's transaction."""
        with self.open_table() as table:
            mapping = self._mapping(table)
            brought_by = Import.objects.create(
                source=self.request.source,
                kind=self.adapter.kind,
                file_name=self.request.file_name,
                file_sha256=self.request.file_sha256,
                mapping=dict(mapping.column_of),
                loss_accepted=self.request.accept_loss,
                applied_at=self.at,
            )
            for batch in self._batches(table, mapping):
                self._write(self._compare(batch), brought_by)
        self._end(self._dropped_ids(), brought_by)
        self.adapter.finish(self.at)
        brought_by.counts = self.outcome.counts
        brought_by.save(update_fields=["counts"])
        self.outcome.import_id, self.outcome.applied = brought_by.pk, True
        return self.outcome

    def _mapping(self, table: TableLike) -> ColumnMapping:
        try:
            mapping = propose_mapping(table.header, self.adapter.fields, self.request.chosen_columns)
        except MappingRefused as refused:
            raise ImportRefused(say_mapping(refused), self.outcome) from refused
        self.outcome.mapping = dict(mapping.column_of)
        self.outcome.unread_columns, self.outcome.guessed_fields = mapping.unread, mapping.guessed
        self.outcome.notes = [note.sentence for note in table.notes]
        return mapping

    def _batches(self, table: TableLike, mapping: ColumnMapping) -> Iterator[list[_Read]]:
        rows = iter(table)
        while chunk := list(islice(rows, BATCH)):
            yield [read for row in chunk if (read := self._read(row, mapping)) is not None]

    def _read(self, row: RowLike, mapping: ColumnMapping) -> _Read | None:
        self.outcome.rows += 1
        if row.problems:
            self._refused(row.number, [("", problem.sentence) for problem in row.problems])
            return None
        try:
            statement = self.adapter.read({name: row.cells[column] for name, column in mapping.column_of.items()})
        except RowRefused as refused:
            self.kept_keys.add(refused.key)
            problems = [
                (mapping.column_of.get(name, name), self.adapter.say(reason)) for name, reason in refused.problems
            ]
            self._refused(row.number, problems)
            return None
        raw = {column: cell for column, cell in row.cells.items() if cell}
        read = _Read(row.number, statement, raw, fingerprint(raw, statement.values))
        return self._first_of_its_key(read, mapping)

    def _refused(self, row: int, problems: Sequence[tuple[str, str]]) -> None:
        self.outcome.refused += 1
        for column, sentence in problems:
            self.outcome.remark(self.outcome.refusals, row, column, sentence)

    def _first_of_its_key(self, read: _Read, mapping: ColumnMapping) -> _Read | None:
        key, outcome = read.statement.key, self.outcome
        # The very object comes back only for the first row of a key; an equal one came from an earlier row.
        if self.seen.setdefault(key, read.digest) is not read.digest:
            column = mapping.column_of.get("key", "")
            if self.seen[key] != read.digest:
                self._refused(read.row, [(column, say_double(key))])
            else:
                self._repaired(read.row, "intake.same_row", column, say_same_row(key))
            return None
        for name, reason in read.statement.repairs:
            self._repaired(read.row, reason.key, mapping.column_of.get(name, name), self.adapter.say(reason))
        outcome.repaired += bool(read.statement.repairs)
        return read

    def _repaired(self, row: int, key: str, column: str, sentence: str) -> None:
        self.outcome.repair_counts[key] = self.outcome.repair_counts.get(key, 0) + 1
        self.outcome.remark(self.outcome.repairs, row, column, sentence)

    def _compare(self, batch: Sequence[_Read]) -> list[tuple[_Read, Record | None]]:
        """The rows of the batch that change something, each with the record it replaces."""
        keys = [read.statement.key for read in batch]
        found = self.standing.filter(key__in=keys).defer("repairs", "values")
        standing = {record.key: record for record in found}
        changes = []
        for read in batch:
            before = standing.get(read.statement.key)
            if before is not None and before.digest == read.digest:
                self.outcome.unchanged += 1
                continue
            self.outcome.added += before is None
            self.outcome.changed += before is not None
            self._show("added" if before is None else "changed", read, before)
            changes.append((read, before))
        return changes

    def _show(self, sort: str, read: _Read, before: Record | None) -> None:
        if len(self.outcome.changes) >= SHOWN:
            return
        old: dict[str, str] = before.raw if before is not None else {}
        columns = [name for name in {**old, **read.raw} if old.get(name) != read.raw.get(name)]
        self.outcome.changes.append(
            RowChange(
                sort,
                read.row,
                read.statement.key,
                {name: old[name] for name in columns if name in old},
                {name: read.raw[name] for name in columns if name in read.raw},
            )
        )

    def _write(self, changes: Sequence[tuple[_Read, Record | None]], brought_by: Import) -> None:
        if not changes:
            return
        replaced = [before.pk for _, before in changes if before is not None]
        Record.objects.filter(pk__in=replaced).update(ended_by=brought_by)
        records = [self._record(read, before, brought_by) for read, before in changes]
        self.adapter.assign([record for record in records if not record.subject], self.at)
        Record.objects.bulk_create(records)
        self.adapter.project(sorted({record.subject for record in records}), self.at)

    def _record(self, read: _Read, before: Record | None, brought_by: Import) -> Record:
        return Record(
            source=self.request.source,
            kind=self.adapter.kind,
            key=read.statement.key,
            brought_by=brought_by,
            subject=before.subject if before is not None else "",
            row=read.row,
            stated_on=read.statement.stated_on,
            raw=read.raw,
            values=dict(read.statement.values),
            repairs=[[name, reason.key, dict(reason.parameters)] for name, reason in read.statement.repairs],
            digest=read.digest,
        )

    def _dropped_ids(self) -> list[int]:
        """Records whose key the file no longer names; a key on a refused row stays as it stood."""
        named = self.seen.keys() | self.kept_keys
        return [pk for pk, key in self.standing.values_list("pk", "key").iterator() if key not in named]

    def _end(self, ids: Sequence[int], brought_by: Import) -> None:
        self.outcome.dropped = len(ids)
        for start in range(0, len(ids), BATCH):
            part = ids[start : start + BATCH]
            subjects = sorted(set(Record.objects.filter(pk__in=part).values_list("subject", flat=True)))
            Record.objects.filter(pk__in=part).update(ended_by=brought_by)
            self.adapter.project(subjects, self.at)
