"""An area of the map (a reference region or a province): its municipalities, and what they add up to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wortel.atlas.municipality_list import MunicipalityRow, municipality_rows
from wortel.coverage.domain.mapping import CoverageMap, Total, totals
from wortel.territory.domain.places import Area
from wortel.territory.public import timeline


@dataclass(frozen=True, slots=True)
class AreaRow:
    """One line of the list of areas. Inhabitants are `None` when those of one member are unknown."""

    area: Area
    total: Total
    inhabitants: int | None


@dataclass(frozen=True, slots=True)
class AreaPortrait:
    """One area with its municipalities; `inhabitants` as in `AreaRow`."""

    area: Area
    rows: tuple[MunicipalityRow, ...]
    inhabitants: int | None


def area_rows(scheme: str, coverage: CoverageMap, on: date) -> tuple[AreaRow, ...]:
    """The areas of the division, sorted by name, each with its municipalities counted by state."""
    total_of = {total.code: total for total in totals(coverage, timeline(), scheme)}
    rows = municipality_rows(on, coverage)
    return tuple(
        AreaRow(area, total_of[area.code], inhabitants([row for row in rows if row.area_code(scheme) == area.code]))
        for area in sorted(timeline().areas(scheme, on), key=lambda area: area.name)
        if area.code in total_of
    )


def area_portrait(area: Area, coverage: CoverageMap, on: date) -> AreaPortrait:
    """The municipalities of one area on the map of that day."""
    rows = tuple(row for row in municipality_rows(on, coverage) if row.area_code(area.scheme) == area.code)
    return AreaPortrait(area, rows, inhabitants(rows))


def inhabitants(rows: tuple[MunicipalityRow, ...] | list[MunicipalityRow]) -> int | None:
    """All inhabitants together, unknown as soon as one number is."""
    known = [row.inhabitants for row in rows if row.inhabitants is not None]
    return sum(known) if known and len(known) == len(rows) else None
