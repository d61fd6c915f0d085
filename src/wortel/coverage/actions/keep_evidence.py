"""Keeps many statements that come without a file, and takes fictional ones away again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

from django.db import transaction

from wortel.coverage.actions.rebuild_tally import rebuild_tally
from wortel.coverage.models import Evidence, EvidenceYear

BATCH = 5000


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


def keep_evidence(drafts: Iterable[EvidenceDraft], at: datetime) -> int:
    """Inserts the statements and recounts their years, in one transaction; says how many there were.

    Raises `IntegrityError` for a ref that is taken or a code that is no municipality, and keeps nothing then.
    """
    years: set[int] = set()
    kept = 0
    with transaction.atomic():
        for batch in _batches(drafts):
            Evidence.objects.bulk_create([_row(draft, at) for draft in batch], batch_size=1000)
            years.update(draft.year for draft in batch)
            kept += len(batch)
        rebuild_tally(years, at)
    return kept


def remove_fictional_evidence(at: datetime) -> int:
    """Takes every fictional statement away and recounts the years they were in; says how many there were."""
    with transaction.atomic():
        years = list(EvidenceYear.objects.filter(fictional__gt=0).values_list("year", flat=True))
        removed = 0
        for year in years:
            fictional = Evidence.objects.filter(year=year, is_fictional=True).order_by()
            removed += fictional.delete()[0]  # nothing points at evidence: one DELETE, no row is fetched
        rebuild_tally(years, at)
    return removed


def _batches(drafts: Iterable[EvidenceDraft]) -> Iterator[list[EvidenceDraft]]:
    stream = iter(drafts)
    while batch := list(islice(stream, BATCH)):
        yield batch


def _row(draft: EvidenceDraft, at: datetime) -> Evidence:
    return Evidence(
        ref=draft.ref,
        claim=draft.claim,
        status=draft.status,
        year=draft.year,
        happened_on=draft.happened_on,
        municipality_id=draft.nis,
        postcode=draft.postcode,
        title=draft.title,
        reporter=draft.reporter,
        basis=draft.basis,
        url=draft.url,
        is_fictional=draft.is_fictional,
        recorded_at=at,
    )
