"""States one record: what someone says of one thing here and now, kept in versions like a file of one row."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from wortel.intake.actions.name_source import Naming, keep_source
from wortel.intake.adapter import Adapter
from wortel.intake.domain.statement import Statement, fingerprint
from wortel.intake.models import Import, Record, Source
from wortel.trail.public import By, leave

STATED, WITHDRAWN = "opgave", "intrekking"
"""What stands where the name of a file stands for an import."""


def state_record(
    by: By,
    source: Naming,
    adapter: Adapter,
    statement: Statement,
    raw: Mapping[str, str],
    *,
    subject: str,
    at: datetime,
) -> bool:
    """Keeps the statement as the standing version of its key and shows `subject` anew; says whether it is new.

    The version before it ends, and stands again when this one is undone (`undo_import`). Raises `SourceRefused` when
    the source holds fiction and this is none, or the other way round.
    """
    digest = fingerprint(raw, statement.values)
    with transaction.atomic():
        kept = keep_source(source)
        before = _standing(kept, adapter.kind, statement.key)
        if before is not None and before.digest == digest and before.subject == subject:
            return False
        brought_by = _import(kept, adapter.kind, STATED, digest, at, {"added" if before is None else "changed": 1})
        _end(before, brought_by)
        Record.objects.create(
            source=kept,
            kind=adapter.kind,
            key=statement.key,
            brought_by=brought_by,
            subject=subject,
            row=1,
            stated_on=statement.stated_on,
            raw=dict(raw),
            values=dict(statement.values),
            repairs=[[field, reason.key, dict(reason.parameters)] for field, reason in statement.repairs],
            digest=digest,
        )
        adapter.project([subject], at)
        adapter.finish(at)
        leave(by, "record.stated", f"import:{brought_by.pk}", at=at, concerns=subject)
    return True


def withdraw_record(by: By, source: str, adapter: Adapter, key: str, *, at: datetime) -> bool:
    """Ends the standing record of that source (its key) and key, and shows its subject anew; false: there was none."""
    with transaction.atomic():
        kept = Source.objects.select_for_update().filter(key=source).first()
        before = _standing(kept, adapter.kind, key) if kept is not None else None
        if kept is None or before is None:
            return False
        brought_by = _import(kept, adapter.kind, WITHDRAWN, fingerprint({}, {}), at, {"dropped": 1})
        _end(before, brought_by)
        adapter.project([before.subject], at)
        adapter.finish(at)
        leave(by, "record.withdrawn", f"import:{brought_by.pk}", at=at, concerns=before.subject)
    return True


def _standing(source: Source, kind: str, key: str) -> Record | None:
    return Record.objects.filter(source=source, kind=kind, key=key, ended_by=None).first()


def _import(source: Source, kind: str, name: str, digest: str, at: datetime, counts: dict[str, int]) -> Import:
    return Import.objects.create(
        source=source, kind=kind, file_name=name, file_sha256=digest, counts=counts, applied_at=at
    )


def _end(before: Record | None, by: Import) -> None:
    if before is not None:
        Record.objects.filter(pk=before.pk).update(ended_by=by)
