"""A coverage report as one table: the rows that the command, the page and every file share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wortel.coverage.contract import municipality_json, total_json
from wortel.coverage.domain.change import Change, Move, moves
from wortel.coverage.domain.mapping import CoverageMap, totals
from wortel.territory.public import timeline

MUNICIPALITY = "municipality"
CHANGES = (Change.KEPT, Change.GAINED, Change.LOST, Change.NEWLY_KNOWN, Change.NO_LONGER_KNOWN)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The other year, on the same map, and how each municipality moved from it."""

    year: int
    move_of: Mapping[str, Move]

    @classmethod
    def between(cls, before: CoverageMap, after: CoverageMap) -> Comparison:
        """Raises `DifferentMaps`."""
        return cls(before.year, {move.nis: move for move in moves(before, after)})


def rows_by(coverage: CoverageMap, by: str, against: Comparison | None = None) -> list[dict[str, Any]]:
    """One row per municipality, or per area of the division `by`; with what changed when another year is given.

    Raises `UnknownArea` for a division that does not exist.
    """
    if by == MUNICIPALITY:
        return [_municipality(place.nis, municipality_json(place), against) for place in coverage.municipalities]
    counted = _changes_per_area(coverage, by, against) if against else {}
    return [
        {**total_json(total), **({name: counted.get((total.code, name), 0) for name in CHANGES} if against else {})}
        for total in totals(coverage, timeline(), by)
    ]


def _municipality(nis: str, row: dict[str, Any], against: Comparison | None) -> dict[str, Any]:
    if against is None:
        return row
    move = against.move_of[nis]
    return {**row, "against": against.year, "against_state": move.before.value, "change": move.change.value}


def _changes_per_area(coverage: CoverageMap, scheme: str, against: Comparison | None) -> Mapping[tuple[str, str], int]:
    counted: Counter[tuple[str, str]] = Counter()
    for nis, move in against.move_of.items() if against else ():
        area = timeline().area_of_map(nis, scheme, coverage.on)
        counted[area.code if area else "", move.change.value] += 1
    return counted
