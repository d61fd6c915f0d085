"""Reads which files came in, newest first; what was undone stays in the list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from wortel.intake.models import Import


@dataclass(frozen=True, slots=True)
class TakenIn:
    """One file of one source: what it changed, when, and whether it still stands."""

    number: int
    source: str
    source_name: str
    kind: str
    file_name: str
    state: str
    counts: Mapping[str, int]
    applied_at: datetime
    undone_at: datetime | None
    is_fictional: bool


def imports_count(source: str | None = None) -> int:
    """How many files came in, of one source (its key) or of all. One SQL statement."""
    return _rows(source).count()


def imports_page(start: int, size: int, source: str | None = None) -> tuple[TakenIn, ...]:
    """At most `size` of them from `start` on. One SQL statement."""
    rows = _rows(source).select_related("source").order_by("-applied_at", "-pk")[start : start + size]
    return tuple(
        TakenIn(
            number=row.pk,
            source=row.source.key,
            source_name=row.source.name,
            kind=row.kind,
            file_name=row.file_name,
            state=row.state,
            counts={name: n for name, n in row.counts.items() if isinstance(n, int)},
            applied_at=row.applied_at,
            undone_at=row.undone_at,
            is_fictional=row.source.is_fictional,
        )
        for row in rows
    )


def _rows(source: str | None) -> QuerySet[Import]:
    rows = Import.objects.all()
    return rows if source is None else rows.filter(source__key=source)
