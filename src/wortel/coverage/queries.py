"""Reads evidence: pages of statements, one statement with its origin, and which years hold any."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet, Sum

from wortel.coverage.domain.statements import Claim, Status, column_of
from wortel.coverage.models import Evidence, EvidenceTally, EvidenceYear


@dataclass(frozen=True, slots=True)
class EvidenceFilter:
    """Which statements to show; `codes` are the municipality codes of their own day."""

    year: int | None = None
    codes: tuple[str, ...] | None = None
    status: str | None = None
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """One statement as it is kept."""

    ref: str
    claim: str
    status: str
    year: int
    happened_on: date | None
    nis: str
    municipality: str
    postcode: str
    title: str
    reporter: str
    basis: str
    confidence: str
    url: str
    stated_on: str
    is_fictional: bool
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a statement came in: source, file and row, and every cell as it stood."""

    source: str
    source_url: str
    licence: str
    file_name: str
    row: int
    imported_at: datetime
    raw: Mapping[str, str] = field(default_factory=dict)
    repairs: Sequence[Sequence[Any]] = ()


@dataclass(frozen=True, slots=True)
class YearRow:
    """How many statements there are about a year."""

    year: int
    statements: int
    fictional: int
    changed_at: datetime | None


def years_with_evidence() -> tuple[YearRow, ...]:
    """The years about which anything was said, oldest first. One SQL statement."""
    rows = EvidenceYear.objects.filter(statements__gt=0).order_by("year")
    return tuple(YearRow(row.year, row.statements, row.fictional, row.changed_at) for row in rows)


def newest_full_year(rows: Sequence[YearRow], today: date) -> int:
    """The last year before this one about which anyone said anything; this year when only that; else last year."""
    years = [row.year for row in rows if row.year <= today.year]
    return max((year for year in years if year < today.year), default=max(years, default=today.year - 1))


def holds_fictional() -> bool:
    """Whether any fictional statement is kept."""
    return EvidenceYear.objects.filter(fictional__gt=0).exists()


def holds_real() -> bool:
    """Whether any real statement is kept."""
    return any(row.statements > row.fictional for row in EvidenceYear.objects.all())


def evidence_count(asked: EvidenceFilter) -> int:
    """How many statements fit, from the tally."""
    rows = EvidenceTally.objects.all()
    rows = rows.filter(year=asked.year) if asked.year is not None else rows
    rows = rows.filter(nis__in=asked.codes) if asked.codes is not None else rows
    sorts = [(claim, status) for claim in Claim for status in Status]
    counts = {
        column_of(claim, status)
        for claim, status in sorts
        if asked.claim in (None, "", claim) and asked.status in (None, "", status)
    }
    sums = rows.aggregate(**{name: Sum(name) for name in sorted(counts)})
    return sum(int(number or 0) for number in sums.values())


def evidence_page(asked: EvidenceFilter, start: int, size: int) -> tuple[EvidenceItem, ...]:
    """At most `size` statements that fit, from `start` on: by municipality code, or the newest year first."""
    # Two steps: the order is read from the index alone, and only the rows of the page are fetched whole.
    # All in one direction, as the index runs; backwards over all years, so that the newest year comes first.
    keys = list(_ordered(asked).values_list("pk", flat=True)[start : start + size])
    rows = {row.pk: row for row in Evidence.objects.filter(pk__in=keys).select_related("municipality")}
    return tuple(_item(rows[key]) for key in keys if key in rows)


def every_statement(asked: EvidenceFilter) -> Iterator[EvidenceItem]:
    """All statements that fit, in the order of the pages, read as they are asked for. One query."""
    return (_item(row) for row in _ordered(asked).select_related("municipality").iterator(chunk_size=1000))


def evidence_with_origin(ref: str) -> tuple[EvidenceItem, Origin | None] | None:
    """One statement and where it came in; no origin for one that came without a file, `None` when there is no such."""
    rows = Evidence.objects.select_related("municipality", "record__source", "record__brought_by")
    row = rows.filter(ref=ref).first()
    return (_item(row), _origin(row)) if row is not None else None


def _ordered(asked: EvidenceFilter) -> QuerySet[Evidence]:
    order = ("year", "municipality_id", "postcode", "claim", "status", "pk")
    return _filtered(asked).order_by(*(order if asked.year is not None else [f"-{name}" for name in order]))


def _filtered(asked: EvidenceFilter) -> QuerySet[Evidence]:
    rows = Evidence.objects.all()
    rows = rows.filter(year=asked.year) if asked.year is not None else rows
    rows = rows.filter(municipality_id__in=asked.codes) if asked.codes is not None else rows
    rows = rows.filter(status=asked.status) if asked.status else rows
    return rows.filter(claim=asked.claim) if asked.claim else rows


def _item(row: Evidence) -> EvidenceItem:
    return EvidenceItem(
        ref=row.ref,
        claim=row.claim,
        status=row.status,
        year=row.year,
        happened_on=row.happened_on,
        nis=row.municipality_id,
        municipality=row.municipality.name,
        postcode=row.postcode,
        title=row.title,
        reporter=row.reporter,
        basis=row.basis,
        confidence=row.confidence,
        url=row.url,
        stated_on=row.stated_on,
        is_fictional=row.is_fictional,
        recorded_at=row.recorded_at,
    )


def _origin(row: Evidence) -> Origin | None:
    record = row.record
    if record is None:
        return None
    return Origin(
        source=record.source.name,
        source_url=record.source.url,
        licence=record.source.licence,
        file_name=record.brought_by.file_name,
        row=record.row,
        imported_at=record.brought_by.applied_at,
        raw=record.raw,
        repairs=record.repairs,
    )
