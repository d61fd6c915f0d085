"""Who else works nearby: the nearest actors of every sector."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from wortel.actors.models import DirectoryEntry
from wortel.actors.queries.asked import Near
from wortel.actors.queries.directory import Listed, listed
from wortel.actors.queries.selection import square_distance, within

AROUND_KM = 15
PER_SECTOR = 3


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Per helix sector (empty: unknown) the nearest actors, nearest first, within a radius."""

    by_sector: Mapping[str, tuple[Listed, ...]]
    radius_km: int


def neighbours(actor_id: int) -> Neighbours | None:
    """The nearest of every sector around an actor; `None` when its place is unknown. Three statements."""
    here = DirectoryEntry.objects.filter(actor_id=actor_id, x_km__isnull=False).first()
    if here is None or here.x_km is None or here.y_km is None:
        return None
    near = Near("", here.x_km, here.y_km, AROUND_KM)
    distance = square_distance(near)
    ranked = (
        within(DirectoryEntry.objects.exclude(actor_id=actor_id), near)
        .annotate(
            place=Window(RowNumber(), partition_by=F("cell__sector"), order_by=[distance.asc(), F("actor_id").asc()])
        )
        .filter(place__lte=PER_SECTOR)
        .order_by("cell__sector", "place")
    )
    found: dict[str, list[Listed]] = {}
    for other in listed(list(ranked.values_list("actor_id", flat=True)), near):
        found.setdefault(other.sector, []).append(other)
    return Neighbours({sector: tuple(others) for sector, others in found.items()}, AROUND_KM)
