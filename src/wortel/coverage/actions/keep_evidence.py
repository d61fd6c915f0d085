"""Keeps many statements that come without a file, and takes fictional ones away again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any

from django.db import connection, transaction

from wortel.coverage.actions.rebuild_tally import rebuild_tally
from wortel.coverage.models import Evidence, EvidenceYear
from wortel.trail.public import By, leave

BATCH = 5000
_COLUMNS = (
    *("ref", "claim", "status", "year", "happened_on", "municipality_id", "postcode", "title", "reporter"),
    *("basis", "url", "is_fictional", "recorded_at", "confidence", "stated_on"),
)


@dataclass(frozen=True, slots=True)
class EvidenceDraft:
    """One statement to keep; `ref` is its lasting name and starts with `demo-` when it is fictional."""

    ref: str
    claim: str
    status: str
    year: int
    nis: str
    title: str
    reporter: str
    postcode: str = ""
    happened_on: date | None = None
    basis: str = ""
    url: str = ""
    is_fictional: bool = True


def keep_evidence(by: By, drafts: Iterable[EvidenceDraft], at: datetime) -> int:
    """Inserts the statements and recounts their years, in one transaction; says how many there were.

    Raises `IntegrityError` for a ref that is taken or a code that is no municipality, and keeps nothing then.
    """
    years: set[int] = set()
    kept = 0
    with transaction.atomic():
        for batch in _batches(drafts):
            _insert(batch, at)
            years.update(draft.year for draft in batch)
            kept += len(batch)
        rebuild_tally(years, at)
        if kept:
            leave(by, "evidence.kept", "evidence:*", at=at, after={"statements": kept, "years": sorted(years)})
    return kept


def remove_fictional_evidence(by: By, at: datetime) -> int:
    """Takes every fictional statement away and recounts the years they were in; says how many there were."""
    with transaction.atomic():
        years = list(EvidenceYear.objects.filter(fictional__gt=0).values_list("year", flat=True))
        removed = 0
        for year in years:
            fictional = Evidence.objects.filter(year=year, is_fictional=True).order_by()
            removed += fictional.delete()[0]  # nothing points at evidence: one DELETE, no row is fetched
        rebuild_tally(years, at)
        if removed:
            leave(by, "evidence.fiction_removed", "evidence:*", at=at, before={"statements": removed, "years": years})
    return removed


def _batches(drafts: Iterable[EvidenceDraft]) -> Iterator[list[EvidenceDraft]]:
    stream = iter(drafts)
    while batch := list(islice(stream, BATCH)):
        yield batch


def _insert(drafts: Iterable[EvidenceDraft], at: datetime) -> None:
    """One prepared statement for the whole batch: a million rows would take Django's own inserts minutes."""
    table = connection.ops.quote_name(Evidence._meta.db_table)
    columns = ", ".join(connection.ops.quote_name(name) for name in _COLUMNS)
    places = ", ".join(["%s"] * len(_COLUMNS))
    moment = connection.ops.adapt_datetimefield_value(at)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} ({columns}) VALUES ({places})",  # noqa: S608  (names of our own table)
            [_values(draft, moment) for draft in drafts],
        )


def _values(draft: EvidenceDraft, moment: Any) -> tuple[Any, ...]:
    return (
        draft.ref,
        draft.claim,
        draft.status,
        draft.year,
        connection.ops.adapt_datefield_value(draft.happened_on),
        draft.nis,
        draft.postcode,
        draft.title,
        draft.reporter,
        draft.basis,
        draft.url,
        draft.is_fictional,
        moment,
        "",
        "",
    )
