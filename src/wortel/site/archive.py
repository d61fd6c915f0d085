"""One file with everything an installation holds, the same for SQLite and PostgreSQL: to move house, or to keep.

Only what cannot be made again goes in (`kept.py`), the trail with its chain and every id as it was. Actors, sites,
search index and tallies are composed anew after loading, from the records that stand.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import groupby, islice
from pathlib import Path
from typing import Any, TextIO

from django.apps import apps
from django.core import serializers
from django.core.exceptions import ValidationError
from django.core.management.color import no_style
from django.db import DataError, IntegrityError, connection, models, transaction

import wortel
from wortel.coverage.models import Evidence
from wortel.coverage.public import rebuild_every_tally
from wortel.intake.models import Record
from wortel.site.adapters import KINDS, adapter_for
from wortel.site.given_file import open_given
from wortel.site.kept import TRAIL, kept_models
from wortel.site.new_file import new_file
from wortel.trail.public import By, leave, say_break, unguarded, verify_chain

FORM = "wortel-archive-2"
FORMS = ("wortel-archive-1", FORM)
BATCH = 1000
MAX_LINE = 30_000_000
"""Characters of one row: boundaries of a municipality are the longest by far."""
BROKEN = (
    gzip.BadGzipFile,
    zlib.error,
    EOFError,
    UnicodeDecodeError,
    RecursionError,
    serializers.base.DeserializationError,
    ValidationError,
    IntegrityError,
    DataError,
)
NOT_EMPTY = (
    "Deze installatie bevat al gegevens. Laad een archief in een lege: neem een andere DATABASE_URL en doe daar eerst "
    "`wortel setup --empty`."
)


class ArchiveRefused(ValueError):
    """The archive cannot be loaded here; the message says why, and nothing was changed."""


def dump(file: Path, at: datetime) -> dict[str, int]:
    """Writes everything into one compressed file, complete or not at all. Returns how many rows of each table.

    Raises `FileUnwritable`.
    """
    with new_file(file) as started, one_instant(), gzip.open(started, "wt", encoding="utf-8") as archive:
        counts = {model._meta.label: _kept(model).count() for model in kept_models()}
        head = {"form": FORM, "version": wortel.__version__, "at": at.isoformat(), "counts": counts}
        archive.write(json.dumps(head) + "\n")
        for model in kept_models():
            rows = _kept(model).order_by("pk").iterator(chunk_size=BATCH)
            serializers.serialize("jsonl", rows, stream=archive, ensure_ascii=False)
    return counts


def load(by: By, file: Path, at: datetime, tell: Callable[[str], None]) -> dict[str, int]:
    """Fills an empty installation from an archive, in one transaction. Raises `ArchiveRefused`, `FileUnreadable`."""
    if _holds_something():
        raise ArchiveRefused(NOT_EMPTY)
    try:
        with open_given(file) as packed, transaction.atomic(), gzip.open(packed, "rt", encoding="utf-8") as archive:
            lines = _lines(archive)
            counts = _head(next(lines, ""))
            with unguarded():
                if counts.get("trail.Head"):
                    _forget_setup()
                loaded = _rows(lines, tell)
            _refuse_difference(counts, loaded)
            _refuse_broken_chain()
            _restart_numbering()
            compose(by, at, tell)
            leave(by, "archive.loaded", "archive:*", at=at, after={"file": file.name, **loaded})
    except BROKEN as error:
        raise ArchiveRefused(f"{file} is geen heel archief van wortel. Er is niets gewijzigd.") from error
    return loaded


def rebuild(by: By, at: datetime, tell: Callable[[str], None]) -> int:
    """Composes everything shown anew from the records that stand. Returns how many things were composed."""
    with transaction.atomic():
        done = compose(by, at, tell)
        leave(by, "shown.composed", "shown:*", at=at, after={"composed": done})
    return done


def compose(by: By, at: datetime, tell: Callable[[str], None]) -> int:
    """The same, as part of another action that leaves its own entry."""
    done = 0
    with transaction.atomic():
        for kind in KINDS:
            adapter = adapter_for(kind, at.date())
            subjects = Record.objects.filter(kind=kind).order_by("subject").values_list("subject", flat=True).distinct()
            waiting = iter(list(subjects))
            while batch := list(islice(waiting, BATCH)):
                adapter.project(batch, at)
                done += len(batch)
                tell(f"{kind}: {done}")
            adapter.finish(at)
        rebuild_every_tally(by, at)
    return done


@contextmanager
def one_instant() -> Iterator[None]:
    """Everything read inside is of one instant, whoever writes meanwhile."""
    is_first = not connection.in_atomic_block
    with transaction.atomic():
        if is_first and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


def _holds_something() -> bool:
    """Whether anything was done here since `wortel setup --empty`."""
    filled = (model for model in kept_models() if model._meta.label not in TRAIL)
    entries = apps.get_model("trail.Entry")._default_manager.exclude(channel="command", request="wortel setup")
    return any(model._default_manager.exists() for model in filled) or entries.exists()


def _forget_setup() -> None:
    """What setup left on the trail of an empty house makes place for the trail that is brought."""
    for label in TRAIL:
        apps.get_model(label)._default_manager.all().delete()


def _refuse_broken_chain() -> None:
    broken = verify_chain().broken
    if broken:
        raise ArchiveRefused(f"{say_break(broken)} Er is niets gewijzigd.")


def _kept(model: type[models.Model]) -> models.QuerySet[Any]:
    """Evidence that a record stands for is composed again; the rest is kept as it is."""
    rows = model._default_manager.all()
    return rows.filter(record=None) if model is Evidence else rows


def _head(line: str) -> dict[str, int]:
    try:
        head = json.loads(line)
        form, counts = head["form"], dict(head["counts"])
    except (ValueError, KeyError, TypeError) as error:
        raise ArchiveRefused("Dit bestand is geen archief van wortel. Er is niets gewijzigd.") from error
    if form not in FORMS:
        raise ArchiveRefused(f"Dit archief heeft een vorm die deze versie niet kent ({form}). Werk wortel eerst bij.")
    return counts


def _lines(archive: TextIO) -> Iterator[str]:
    while line := archive.readline(MAX_LINE):
        if len(line) == MAX_LINE:
            raise EOFError("a line without end")
        yield line


def _rows(archive: Iterator[str], tell: Callable[[str], None]) -> dict[str, int]:
    kept = kept_models()
    loaded = dict.fromkeys((model._meta.label for model in kept), 0)
    objects: Iterator[models.Model] = (item.object for item in serializers.deserialize("jsonl", archive))
    for model, rows in groupby(objects, key=_model_of):
        if model not in kept:
            raise ArchiveRefused(f"Het archief bevat {model._meta.label}, dat er niet in hoort. Er is niets gewijzigd.")
        for batch in _batches(rows):
            _keep(model, batch)
            loaded[model._meta.label] += len(batch)
        tell(f"{model._meta.label}: {loaded[model._meta.label]}")
    return loaded


def _keep(model: type[models.Model], rows: list[Any]) -> None:
    """Writes rows as they are; a column that fills itself with the clock would else do so again."""
    if any(getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False) for field in model._meta.fields):
        for row in rows:
            row.save_base(raw=True, force_insert=True)
    else:
        model._default_manager.bulk_create(rows)


def _model_of(row: models.Model) -> type[models.Model]:
    return type(row)


def _batches(rows: Iterator[Any]) -> Iterator[list[Any]]:
    while batch := list(islice(rows, BATCH)):
        yield batch


def _refuse_difference(counts: dict[str, int], loaded: dict[str, int]) -> None:
    if {table: count for table, count in counts.items() if count} != {t: count for t, count in loaded.items() if count}:
        raise ArchiveRefused(
            f"Het archief is niet volledig: verwacht {counts}, gevonden {loaded}. Er is niets gewijzigd."
        )


def _restart_numbering() -> None:
    """New rows get numbers after the loaded ones; PostgreSQL does not see to that by itself."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(kept_models())):
            cursor.execute(statement)
