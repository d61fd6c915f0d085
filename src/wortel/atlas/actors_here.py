"""Actors per helix sector in a municipality or an area of today's map, with the gaps named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wortel.actors.public import SECTORS, sector_counts, sector_counts_by_area, sector_label, word_of
from wortel.atlas.addresses import address

_PARAMETER_OF = {"provincie": "provincie", "referentieregio": "regio"}


@dataclass(frozen=True, slots=True)
class SectorRow:
    """One sector: how many actors we know there, its share of the fullest sector, and the door to their list."""

    key: str
    label: str
    count: int
    share: float
    url: str


def sectors_of(nis: str) -> tuple[SectorRow, ...]:
    """The sectors in one municipality. One query."""
    return _rows(sector_counts(nis), {"gemeente": nis})


def sectors_in(scheme: str, code: str) -> tuple[SectorRow, ...]:
    """The sectors in one province or reference region. One query."""
    return _rows(sector_counts_by_area(scheme).get(code, {}), {_PARAMETER_OF[scheme]: code})


def _rows(counts: Mapping[str, int], query: Mapping[str, str]) -> tuple[SectorRow, ...]:
    most = max((counts.get(key, 0) for key in SECTORS), default=0)
    return tuple(
        SectorRow(
            key,
            sector_label(key),
            counts.get(key, 0),
            counts.get(key, 0) / most if most else 0.0,
            address("actors:directory", {**query, "sector": word_of("sector", key)}),
        )
        for key in SECTORS
    )
