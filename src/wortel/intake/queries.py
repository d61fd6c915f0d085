"""Reads who says things: the sources, and when each was last taken in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max

from wortel.intake.models import Import, Record, Source


@dataclass(frozen=True, slots=True)
class KnownSource:
    """A source as it may be cited; `imported_at` is `None` when nothing of it stands."""

    key: str
    name: str
    url: str
    licence: str
    is_fictional: bool
    imported_at: datetime | None


def known_sources() -> tuple[KnownSource, ...]:
    """Every source, real ones first, by name, with the instant of the last import that was not undone. Two queries."""
    standing = Import.objects.filter(state=Import.State.APPLIED).order_by()
    last = dict(standing.values_list("source").annotate(Max("applied_at")))
    return tuple(
        KnownSource(row.key, row.name, row.url, row.licence, row.is_fictional, last.get(row.pk))
        for row in Source.objects.order_by("is_fictional", "name", "key")
    )


def speaking(beginning: str) -> int:
    """How many of the sources whose key begins like this say something today. One query."""
    standing = Record.objects.filter(source__key__startswith=beginning, ended_by=None)
    return standing.values("source").distinct().count()


def subjects_of(kind: str, keys: Sequence[str]) -> Mapping[str, str]:
    """The thing of ours that each key speaks of, for the keys of which a record stands. One query."""
    return dict(Record.objects.filter(kind=kind, key__in=keys, ended_by=None).values_list("key", "subject"))
