"""Whether what is kept is real or invented."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from django.db.models import Count

from wortel.intake.models import Import, Record


def holds_real_records(besides: Collection[str]) -> bool:
    """Whether any real source says something that stands, the sources with the keys in `besides` left aside."""
    standing = Record.objects.filter(ended_by=None, source__is_fictional=False)
    return standing.exclude(source__key__in=besides).exists()


def fictional_files() -> frozenset[tuple[str, str]]:
    """(source, file name) of every fictional import that was not undone. One query."""
    rows = Import.objects.filter(source__is_fictional=True, state=Import.State.APPLIED)
    return frozenset(rows.values_list("source__key", "file_name"))


def fictional_records() -> Mapping[str, int]:
    """How many fictional records stand, by kind. One query."""
    rows = Record.objects.filter(ended_by=None, source__is_fictional=True).order_by()
    return dict(rows.values_list("kind").annotate(Count("pk")))
