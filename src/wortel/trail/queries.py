"""What is on the trail of a thing, of an organisation, or of a person: newest first, two queries a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet

from wortel.shell.clock import BRUSSELS, EPOCH
from wortel.trail.details import Change, read_details
from wortel.trail.models import Details, Entry

SIZE = 50


@dataclass(frozen=True, slots=True)
class TrailEntry:
    """One entry as it is read. `before` and `after` are empty when nothing was said, or when it was forgotten."""

    number: int
    at: datetime
    channel: str
    person: str
    organisation: str
    verb: str
    thing: str
    concerns: str
    about_person: str
    why: str
    before: Change
    after: Change
    is_forgotten: bool


@dataclass(frozen=True, slots=True)
class TrailPage:
    """Some entries, newest first. `older` is where the next page begins (`before=`), `None` when this is the last."""

    entries: tuple[TrailEntry, ...]
    older: int | None


def entries_of(thing: str, *, before: int | None = None, size: int = SIZE) -> TrailPage:
    """What was done to a thing (`kind:ref`), below entry number `before`."""
    return _page(Entry.objects.filter(thing=thing), before, size)


def entries_concerning(organisation: str, *, thing: str = "", before: int | None = None, size: int = SIZE) -> TrailPage:
    """What was done to the records of an organisation (its ref), all or those about one thing."""
    found = Entry.objects.filter(concerns=organisation)
    return _page(found.filter(thing=thing) if thing else found, before, size)


def entries_by(person: str, *, before: int | None = None, size: int = SIZE) -> TrailPage:
    """What a person (their ref) did, for whomever."""
    return _page(Entry.objects.filter(person=person), before, size)


def entries_about(person: str, *, before: int | None = None, size: int = SIZE) -> TrailPage:
    """What was written down about a person (their ref), by whomever."""
    return _page(Entry.objects.filter(about_person=person), before, size)


def _page(found: QuerySet[Entry], before: int | None, size: int) -> TrailPage:
    if before is not None:
        found = found.filter(number__lt=before)
    rows = list(found.order_by("-number")[: size + 1])
    shown = rows[:size]
    return TrailPage(_entries(shown), shown[-1].number if len(rows) > size else None)


def _entries(rows: Sequence[Entry]) -> tuple[TrailEntry, ...]:
    numbers = [row.number for row in rows if row.details_hash]
    text_of: dict[int, str] = (
        dict(Details.objects.filter(entry__in=numbers).values_list("entry_id", "text")) if numbers else {}
    )
    return tuple(_entry(row, text_of.get(row.number)) for row in rows)


def _entry(row: Entry, text: str | None) -> TrailEntry:
    before, after = read_details(text) if text else ({}, {})
    same: dict[str, Any] = {
        name: getattr(row, name)
        for name in ("number", "channel", "person", "organisation", "verb", "thing", "concerns", "about_person", "why")
    }
    at = (EPOCH + timedelta(microseconds=row.at_us)).astimezone(BRUSSELS)
    return TrailEntry(**same, at=at, before=before, after=after, is_forgotten=bool(row.details_hash) and not text)
