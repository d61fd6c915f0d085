"""Takes a whole import back: its records go, and what they had ended stands again."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.intake.adapter import Adapter
from wortel.intake.models import Import, Record
from wortel.intake.reading import BATCH
from wortel.trail.public import By, leave


class CannotUndo(ValueError):
    """The import cannot be taken back; `key` says why: unknown, undone, or followed (a later import of that source)."""

    def __init__(self, key: str, import_id: int) -> None:
        super().__init__(key, import_id)
        self.key = key
        self.import_id = import_id


def undo_import(by: By, import_id: int, adapter: Adapter, at: datetime) -> Import:
    """Takes back the newest standing import of a source. Raises `CannotUndo`."""
    with transaction.atomic():
        done = Import.objects.select_for_update().filter(pk=import_id, kind=adapter.kind).first()
        if done is None:
            raise CannotUndo("unknown", import_id)
        if done.state == Import.State.UNDONE:
            raise CannotUndo("undone", import_id)
        later = Import.objects.filter(
            source=done.source_id, kind=done.kind, state=Import.State.APPLIED, pk__gt=done.pk
        ).order_by("pk")
        if (follower := later.first()) is not None:
            raise CannotUndo("followed", follower.pk)
        brought, ended = Record.objects.filter(brought_by=done), Record.objects.filter(ended_by=done)
        touched = set(brought.values_list("subject", flat=True)) | set(ended.values_list("subject", flat=True))
        # First out of the way, so that a record that stands again never meets the one that replaced it.
        brought.update(ended_by=done)
        Record.objects.filter(ended_by=done).exclude(brought_by=done).update(ended_by=None)
        subjects = sorted(touched)
        for start in range(0, len(subjects), BATCH):
            adapter.project(subjects[start : start + BATCH], at)
        adapter.finish(at)
        brought.delete()
        done.state, done.undone_at = Import.State.UNDONE, at
        done.save(update_fields=["state", "undone_at"])
        before = {"source": done.source.key, "kind": done.kind, "file": done.file_name, **done.counts}
        leave(by, "import.undone", f"import:{done.pk}", at=at, before=before)
    return done
