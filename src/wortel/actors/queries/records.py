"""What was said of an actor through time: every version of every record, with the import that brought or ended it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wortel.actors.actions.project_records import KIND, OWN_SOURCES
from wortel.intake.public import Record


@dataclass(frozen=True, slots=True)
class RecordVersion:
    """One version of what a source says: as it stood in the file (`raw`) and as we read it (`values`)."""

    id: int
    source: str
    source_name: str
    source_url: str
    licence: str
    is_fictional: bool
    is_own: bool
    key: str
    row: int
    file_name: str
    stated_on: str
    brought_at: datetime
    ended_at: datetime | None
    raw: Mapping[str, Any]
    values: Mapping[str, Any]
    repairs: tuple[Any, ...]

    @property
    def stands(self) -> bool:
        """Whether the source still says this."""
        return self.ended_at is None


def record_versions(ref: str) -> tuple[RecordVersion, ...]:
    """All versions about the actor with this reference, the oldest first. One statement."""
    rows = (
        Record.objects.filter(subject=ref, kind=KIND)
        .select_related("source", "brought_by", "ended_by")
        .order_by("brought_by__applied_at", "id")
    )
    return tuple(
        RecordVersion(
            id=row.pk,
            source=row.source.key,
            source_name=row.source.name,
            source_url=row.source.url,
            licence=row.source.licence,
            is_fictional=row.source.is_fictional,
            is_own=row.source.key.startswith(OWN_SOURCES),
            key=row.key,
            row=row.row,
            file_name=row.brought_by.file_name,
            stated_on=row.stated_on,
            brought_at=row.brought_by.applied_at,
            ended_at=row.ended_by.applied_at if row.ended_by else None,
            raw=row.raw,
            values=row.values,
            repairs=tuple(row.repairs),
        )
        for row in rows
    )
