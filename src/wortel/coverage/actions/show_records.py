"""Turns what standing records say into statements about one municipality in one year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from django.db import transaction

from wortel.coverage.models import Evidence
from wortel.intake.public import Record


def show_records(kind: str, subjects: Sequence[str], at: datetime) -> set[int]:
    """Replaces the statements of these subjects by those of their standing records; says which years were touched."""
    with transaction.atomic():
        old = Evidence.objects.filter(record__kind=kind, record__subject__in=subjects)
        years = set(old.order_by().values_list("year", flat=True).distinct())
        old.delete()
        standing = Record.objects.filter(kind=kind, subject__in=subjects, ended_by=None).select_related("source")
        rows = [row for record in standing.iterator(chunk_size=1000) for row in _statements(record, at)]
        Evidence.objects.bulk_create(rows, batch_size=500)
    return years | {row.year for row in rows}


def _statements(record: Record, at: datetime) -> Iterator[Evidence]:
    values = record.values
    for event in values["events"]:
        yield Evidence(
            ref=f"{record.subject}-{event['year']}",
            record=record,
            claim=values["claim"],
            status=values["status"],
            year=event["year"],
            happened_on=date.fromisoformat(event["happened_on"]) if event["happened_on"] else None,
            municipality_id=event["nis"],
            postcode=values["postcode"],
            title=values["title"],
            reporter=values["reporter"],
            basis=values["basis"],
            confidence=values["confidence"],
            url=values["url"],
            stated_on=record.stated_on,
            is_fictional=record.source.is_fictional,
            recorded_at=at,
        )
