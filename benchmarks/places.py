"""Where made-up things happen: municipalities of any day, large ones more often, with their postcodes and points."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import accumulate
from random import Random

from wortel.territory.public import timeline


@dataclass(frozen=True, slots=True)
class Town:
    """A municipality as a register of that day would write it; postcodes with the name of their place."""

    nis: str
    name: str
    province: str
    postcodes: tuple[tuple[str, str], ...]
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Towns:
    """The municipalities of one day, to draw from by weight: those with more places and postcodes come up more."""

    towns: tuple[Town, ...]
    weights: tuple[float, ...]

    def draw(self, random: Random) -> Town:
        """One of them."""
        return random.choices(self.towns, cum_weights=self.weights)[0]


@lru_cache(maxsize=32)
def towns_on(day: date) -> Towns:
    """The towns of the map of that day, or of the first map for earlier days (codes did not change before it)."""
    known = timeline()
    on = max(day, known.first_day)
    towns = []
    for place in known.municipalities(on):
        marker = known.marker(place.nis, on)
        area = known.area_of_map(place.nis, "provincie", on)
        towns.append(
            Town(
                place.nis,
                place.name,
                area.name if area else "",
                tuple((row.code, row.place) for row in known.postcodes_of(place.nis, on)),
                marker.lat if marker else 51.0,
                marker.lon if marker else 4.4,
            )
        )
    return Towns(tuple(towns), tuple(accumulate(1 + len(town.postcodes) ** 1.5 for town in towns)))
