"""Where actors stand in the directory: their cell, their place in the alphabet and on the map."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from wortel.actors.models import Actor
from wortel.actors.search.tables import DirectoryCell, DirectoryEntry
from wortel.actors.search.upsert import upsert
from wortel.actors.search.words import name_key

COUNTED = ("sector", "kind", "province", "region", "is_claimed", "is_fictional", "status", "sources")
_COLUMNS = ("actor_id", "cell_id", "name_key", "nis", "x_km", "y_km")
_cell = attrgetter(*COUNTED)


def write_listing(actors: list[Actor]) -> None:
    """Writes where these actors stand over where they stood."""
    cells = _cell_ids({_cell(actor) for actor in actors})
    rows = [
        (actor.pk, cells[_cell(actor)], name_key(actor.name), actor.nis, actor.x_km, actor.y_km) for actor in actors
    ]
    upsert(DirectoryEntry._meta.db_table, _COLUMNS, rows)


def _cell_ids(wanted: set[tuple[object, ...]]) -> dict[tuple[object, ...], int]:
    known = _known_cells()
    missing = sorted(wanted - known.keys(), key=str)
    if not missing:
        return known
    DirectoryCell.objects.bulk_create(
        [DirectoryCell(**dict(zip(COUNTED, cell, strict=True))) for cell in missing], ignore_conflicts=True
    )
    return _known_cells()


def _known_cells() -> dict[tuple[object, ...], int]:
    rows: Iterable[tuple[object, ...]] = DirectoryCell.objects.values_list(*COUNTED, "id")
    return {row[:-1]: int(str(row[-1])) for row in rows}
