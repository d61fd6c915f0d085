"""Takes everything that fictional sources ever said away: records, what is shown of them, imports, sources."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import F

from wortel.intake.adapter import Adapter
from wortel.intake.models import Import, Record, Source
from wortel.intake.reading import BATCH


def forget_fiction(adapters: Mapping[str, Adapter], at: datetime) -> int:
    """Leaves no trace of fictional sources; says how many records went. `adapters` has one for each kind of record.

    Real records are never forgotten: they end, or their import is undone. Raises `KeyError` for a kind without adapter.
    """
    with transaction.atomic():
        # The order in which rows are locked is that of their keys, as everywhere.
        sources = [source.pk for source in Source.objects.select_for_update().filter(is_fictional=True).order_by("pk")]
        records = Record.objects.filter(source__in=sources).order_by()
        subjects_of = {kind: set(_subjects(sources, kind)) for kind in _kinds(sources)}
        records.filter(ended_by=None).update(ended_by=F("brought_by"))
        for kind, subjects in sorted(subjects_of.items()):
            _show_anew(adapters[kind], sorted(subjects - {""}), at)
        forgotten: int = records.delete()[0]
        Import.objects.filter(source__in=sources).delete()
        Source.objects.filter(pk__in=sources).delete()
    return forgotten


def _kinds(sources: list[int]) -> list[str]:
    return list(Record.objects.filter(source__in=sources).order_by().values_list("kind", flat=True).distinct())


def _subjects(sources: list[int], kind: str) -> list[str]:
    found = Record.objects.filter(source__in=sources, kind=kind).order_by()
    return list(found.values_list("subject", flat=True).distinct())


def _show_anew(adapter: Adapter, subjects: list[str], at: datetime) -> None:
    for start in range(0, len(subjects), BATCH):
        adapter.project(subjects[start : start + BATCH], at)
    adapter.finish(at)
