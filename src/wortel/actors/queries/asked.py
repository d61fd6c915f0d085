"""What someone asks of the directory, as a value. No Django."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

UNKNOWN = "onbekend"
YES, NO = "ja", "nee"
RELEVANCE, BY_NAME, BY_DISTANCE = "relevance", "name", "distance"


@dataclass(frozen=True, slots=True)
class Near:
    """Around a point of the local plane (kilometres), within a radius; `label` is what the visitor calls it."""

    label: str
    x_km: float
    y_km: float
    radius_km: float


@dataclass(frozen=True, slots=True)
class Asked:
    """Words, a place, choices per facet, one municipality of today's map (`nis`), and an order.

    `chosen` holds values as the tables hold them: keys of `domain/kinds.py`, codes of areas, keys of sources; `UNKNOWN`
    for "not known"; `YES` or `NO` for claimed and fictional. An empty `sort` is the natural one.
    """

    text: str = ""
    near: Near | None = None
    chosen: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    nis: str = ""
    sort: str = ""

    def choices(self, facet: str) -> frozenset[str]:
        """What is chosen in this facet; nothing chosen is everything."""
        return self.chosen.get(facet, frozenset())

    @property
    def narrows(self) -> bool:
        """Whether anything but the order is asked."""
        return bool(self.text.strip() or self.near or self.nis or any(self.chosen.values()))
