"""How many actors stand where: for the pages of municipalities, regions and the map."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db.models import Count

from wortel.actors.domain.kinds import SECTORS
from wortel.actors.models import DirectoryEntry
from wortel.actors.queries.asked import Asked
from wortel.actors.queries.directory import Listed, listed
from wortel.actors.queries.facets import COLUMNS
from wortel.actors.queries.selection import base, cells_of, narrowed
from wortel.actors.search.query import Query, understand

_COLUMN_OF = {"provincie": "province", "referentieregio": "region"}


def sector_counts(nis: str) -> Mapping[str, int]:
    """Actors per helix sector in one municipality of today's map, zeros included; "" counts those of unknown sector."""
    rows = DirectoryEntry.objects.filter(nis=nis).values_list("cell__sector").annotate(n=Count("pk"))
    return {**dict.fromkeys(SECTORS, 0), **dict(rows)}


def sector_counts_by_area(scheme: str) -> Mapping[str, Mapping[str, int]]:
    """By area of today's map its actors per sector, as `sector_counts`; areas without any actor are left out.

    `scheme` is gemeente, provincie or referentieregio; raises `KeyError` for another. "" holds those of unknown place.
    """
    found: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(SECTORS, 0))
    for area, sector, n in _by_area_and_sector(scheme):
        found[area][sector] = found[area].get(sector, 0) + n
    return dict(found)


def _by_area_and_sector(scheme: str) -> Iterable[tuple[str, str, int]]:
    if scheme == "gemeente":
        return DirectoryEntry.objects.values_list("nis", "cell__sector").annotate(n=Count("pk"))
    # Counted by cell first: joining some thousands of cells costs less than joining every actor.
    area, sector = COLUMNS.index(_COLUMN_OF[scheme]), COLUMNS.index("sector")
    return [(row[area], row[sector], row[-1]) for row in cells_of(DirectoryEntry.objects.all())]


def actors_of(nis: str, limit: int = 50) -> tuple[Listed, ...]:
    """The first actors of a municipality of today's map, by name. Two statements."""
    entries = DirectoryEntry.objects.filter(nis=nis).order_by("name_key", "actor_id")
    return listed(list(entries.values_list("actor_id", flat=True)[:limit]))


def holds_fictional() -> bool:
    """Whether any actor shown here is made up."""
    return DirectoryEntry.objects.filter(cell__is_fictional=True).exists()


def counts_by_municipality(asked: Asked, query: Query | None = None) -> Mapping[str, int]:
    """How many of the actors that answer stand in each municipality of today's map; "" is unknown."""
    entries = narrowed(base(asked, query or understand(asked.text)), asked.chosen)
    return dict(entries.order_by().values_list("nis").annotate(n=Count("pk")))
