"""Actors per helix sector in a municipality or an area of today's map, with the gaps named."""

from __future__ import annotations

from dataclasses import dataclass

from wortel.actors.public import SECTORS, Asked, directory, sector_label
from wortel.atlas.addresses import address

_FACETS = {"provincie": ("province", "provincie"), "referentieregio": ("region", "regio")}


@dataclass(frozen=True, slots=True)
class SectorRow:
    """One sector: how many actors we know there, and the door to their list. None known is a gap in what we know."""

    key: str
    label: str
    count: int
    share: float
    url: str


def sectors_of(nis: str) -> tuple[SectorRow, ...]:
    """The sectors in one municipality; a fixed number of queries."""
    return _rows(Asked(nis=nis), {"gemeente": nis})


def sectors_in(scheme: str, code: str) -> tuple[SectorRow, ...]:
    """The sectors in one province or reference region; a fixed number of queries."""
    facet, parameter = _FACETS[scheme]
    return _rows(Asked(chosen={facet: frozenset({code})}), {parameter: code})


def _rows(asked: Asked, query: dict[str, str]) -> tuple[SectorRow, ...]:
    counts = {option.value: option.n for option in directory(asked).counted.options["sector"]}
    most = max(counts.values(), default=0)
    return tuple(
        SectorRow(
            key,
            sector_label(key),
            counts.get(key, 0),
            counts.get(key, 0) / most if most else 0.0,
            address("actors:directory", {**query, "sector": key}),
        )
        for key in SECTORS
    )
