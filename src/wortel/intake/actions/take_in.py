"""Takes a file in: every row becomes a record of its source, or the import changes nothing at all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from wortel.intake.actions.name_source import Kept, Naming, keep_naming, leave_naming
from wortel.intake.adapter import Adapter, OpenTable
from wortel.intake.domain.fields import MappingRefused
from wortel.intake.domain.outcome import SHOWN, Outcome, RowChange
from wortel.intake.domain.statement import loses_too_much
from wortel.intake.models import Import, Record, Source
from wortel.intake.reading import BATCH, Read, Reading, Shelf
from wortel.intake.wording import say_loss, say_mapping, say_refused_rows
from wortel.shell.write_rows import Columns, write_rows
from wortel.trail.public import By, leave


class ImportRefused(ValueError):
    """The import was not applied; the message says why in one sentence, `outcome` holds what was seen."""

    def __init__(self, sentence: str, outcome: Outcome) -> None:
        super().__init__(sentence)
        self.outcome = outcome


@dataclass(frozen=True, slots=True)
class Request:
    """What to take in and how. A source that is only named is kept together with its records, or not at all."""

    source: Source | Naming
    file_name: str
    file_sha256: str
    chosen_columns: dict[str, str] = field(default_factory=dict)
    dry_run: bool = False
    accept_loss: bool = False
    skip_bad_rows: bool = False


def take_in(by: By, request: Request, adapter: Adapter, open_table: OpenTable, at: datetime) -> Outcome:
    """Reads the file and sees what it would do; then does it, in one transaction that does not wait for the reading.

    Raises `ImportRefused` (and changes nothing) when columns or rows cannot be read, or when too much would be lost.
    A dry run stops after the reading. A file that changes nothing leaves no trace but what it tells of its source.
    """
    run = _Run(request, adapter, at)
    with Shelf() as shelf:
        run.look(open_table, None if request.dry_run else shelf.put)
        _refuse(request, run.outcome)
        if request.dry_run or (run.outcome.changes_nothing and not run.knows_source()):
            return run.outcome
        with transaction.atomic():
            kept = _locked(request.source)
            if not run.outcome.changes_nothing:
                run.apply(shelf, kept.source)
                _refuse(request, run.outcome)
            leave_naming(by, kept, at)
            if run.outcome.applied:
                _leave_import(by, request, adapter.kind, run.outcome, at)
    return run.outcome


def _leave_import(by: By, request: Request, kind: str, outcome: Outcome, at: datetime) -> None:
    """What came in by number, never the rows: those keep their own history."""
    about = {"source": request.source.key, "kind": kind, "file": request.file_name, "sha256": request.file_sha256}
    after = {**about, "loss_accepted": request.accept_loss, **outcome.counts}
    leave(by, "import.taken_in", f"import:{outcome.import_id}", at=at, after=after)


def _locked(source: Source | Naming) -> Kept:
    """The source as it is kept, locked: two imports of one source wait for each other."""
    if isinstance(source, Naming):
        return keep_naming(source)
    return Kept(Source.objects.select_for_update().get(pk=source.pk), {}, {})


def _refuse(request: Request, outcome: Outcome) -> None:
    if outcome.refused and not request.skip_bad_rows:
        first = outcome.refusals[0]
        place = f"rij {first.row}" + (f", kolom {first.column}" if first.column else "")
        raise ImportRefused(say_refused_rows(outcome.refused, f"{place}: {first.sentence}"), outcome)
    if loses_too_much(outcome.standing_before, outcome.dropped) and not request.accept_loss:
        raise ImportRefused(say_loss(outcome.standing_before, outcome.dropped), outcome)


class _Run:
    """One import: the file is read once and compared twice, for what stands may change before the transaction."""

    def __init__(self, request: Request, adapter: Adapter, at: datetime) -> None:
        self.request, self.adapter, self.at, self.outcome = request, adapter, at, Outcome()
        self.named: Collection[str] = ()
        self.standing = Record.objects.filter(source__key=request.source.key, kind=adapter.kind, ended_by=None)

    def knows_source(self) -> bool:
        """Whether the source has been kept before."""
        return Source.objects.filter(key=self.request.source.key).exists()

    def look(self, open_table: OpenTable, keep: Callable[[Sequence[Read]], None] | None) -> None:
        """What the file would change; every batch read is handed to `keep`."""
        self.outcome.standing_before = self.standing.count()
        with open_table() as table:
            try:
                reading = Reading(self.adapter, table, self.request.chosen_columns, self.outcome)
            except MappingRefused as refused:
                raise ImportRefused(say_mapping(refused), self.outcome) from refused
            for batch in reading.batches():
                self._compare(batch)
                if keep is not None:
                    keep(batch)
        self.named = reading.named
        self.outcome.dropped = len(self._dropped_ids())

    def apply(self, shelf: Shelf, source: Source) -> None:
        """Changes it, inside the caller's transaction."""
        outcome = self.outcome
        outcome.added = outcome.changed = outcome.unchanged = 0
        outcome.changes.clear()
        outcome.standing_before = self.standing.count()
        brought_by = Import.objects.create(
            source=source,
            kind=self.adapter.kind,
            file_name=self.request.file_name,
            file_sha256=self.request.file_sha256,
            mapping=dict(outcome.mapping),
            loss_accepted=self.request.accept_loss,
            applied_at=self.at,
        )
        for batch in shelf:
            self._write(self._compare(batch), brought_by)
        self._end(self._dropped_ids(), brought_by)
        if outcome.changes_nothing:  # another import of this very file was first
            brought_by.delete()
            return
        self.adapter.finish(self.at)
        brought_by.counts = outcome.counts
        brought_by.save(update_fields=["counts"])
        outcome.import_id, outcome.applied = brought_by.pk, True

    def _compare(self, batch: Sequence[Read]) -> list[tuple[Read, Record | None]]:
        """The rows of the batch that change something, each with the record it replaces."""
        standing: dict[str, Record] = {}
        if self.outcome.standing_before:
            found = self.standing.filter(key__in=[read.key for read in batch]).defer("repairs", "values")
            standing = {record.key: record for record in found}
        changes = []
        for read in batch:
            before = standing.get(read.key)
            if before is not None and before.digest == read.digest:
                self.outcome.unchanged += 1
                continue
            self.outcome.added += before is None
            self.outcome.changed += before is not None
            self._show("added" if before is None else "changed", read, before)
            changes.append((read, before))
        return changes

    def _show(self, sort: str, read: Read, before: Record | None) -> None:
        if len(self.outcome.changes) >= SHOWN:
            return
        old: dict[str, str] = before.raw if before is not None else {}
        columns = [name for name in {**old, **read.raw} if old.get(name) != read.raw.get(name)]
        self.outcome.changes.append(
            RowChange(
                sort,
                read.row,
                read.key,
                {name: old[name] for name in columns if name in old},
                {name: read.raw[name] for name in columns if name in read.raw},
            )
        )

    def _write(self, changes: Sequence[tuple[Read, Record | None]], brought_by: Import) -> None:
        if not changes:
            return
        replaced = [before.pk for _, before in changes if before is not None]
        Record.objects.filter(pk__in=replaced).update(ended_by=brought_by)
        records = [self._record(read, before, brought_by) for read, before in changes]
        self.adapter.assign([record for record in records if not record.subject], self.at)
        write_rows(_RECORD, map(_row, records))
        number_of = dict(self.standing.filter(key__in=[record.key for record in records]).values_list("key", "pk"))
        for record in records:
            record.pk = number_of[record.key]
        self.adapter.project(sorted({record.subject for record in records}), self.at)

    def _record(self, read: Read, before: Record | None, brought_by: Import) -> Record:
        return Record(
            source=brought_by.source,
            kind=self.adapter.kind,
            key=read.key,
            brought_by=brought_by,
            subject=before.subject if before is not None else "",
            row=read.row,
            stated_on=read.stated_on,
            raw=read.raw,
            values=read.values,
            repairs=read.repairs,
            digest=read.digest,
        )

    def _dropped_ids(self) -> list[int]:
        """Records whose key the file no longer names; a key on a refused row stays as it stood."""
        rows = self.standing.values_list("pk", "key").iterator()
        return [pk for pk, key in rows if key not in self.named]

    def _end(self, ids: Sequence[int], brought_by: Import) -> None:
        self.outcome.dropped = len(ids)
        for start in range(0, len(ids), BATCH):
            part = ids[start : start + BATCH]
            subjects = sorted(set(Record.objects.filter(pk__in=part).values_list("subject", flat=True)))
            Record.objects.filter(pk__in=part).update(ended_by=brought_by)
            self.adapter.project(subjects, self.at)


_RECORD = Columns(
    Record,
    ("source_id", "kind", "key", "brought_by_id", "subject", "row", "stated_on", "raw", "values", "repairs", "digest"),
)


def _row(record: Record) -> tuple[Any, ...]:
    as_json = connection.ops.adapt_json_value
    return (
        record.source_id,
        record.kind,
        record.key,
        record.brought_by_id,
        record.subject,
        record.row,
        record.stated_on,
        as_json(record.raw, None),
        as_json(record.values, None),
        as_json(record.repairs, None),
        record.digest,
    )
