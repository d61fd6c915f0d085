"""The real municipalities as places to put fiction in: how many live and learn there, where its villages lie."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

from wortel.territory.domain.places import SubMunicipality
from wortel.territory.domain.statistics import Statistics
from wortel.territory.domain.timeline import Timeline

WORLD_DAY = date(2026, 9, 1)
"""The day on which the demo world stands: its rows are dated on it, whatever the clock says."""

KM_PER_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class Spot:
    """A village or quarter: its postcode, its name, a point inside it (degrees), and how far it reaches (km)."""

    postcode: str
    place: str
    lat: float
    lon: float
    reach_km: float


@dataclass(frozen=True, slots=True)
class Town:
    """A municipality of the map of `WORLD_DAY`."""

    nis: str
    name: str
    province: str
    province_name: str
    region: str
    region_name: str
    is_centre: bool
    population: int
    primary_pupils: int
    secondary_pupils: int
    lat: float
    lon: float
    spots: tuple[Spot, ...]

    def km_to(self, other: Town) -> float:
        """Distance between two municipalities as the crow flies, good enough to say which is nearest."""
        east = (self.lon - other.lon) * math.cos(math.radians(self.lat))
        return KM_PER_DEGREE * math.hypot(self.lat - other.lat, east)


def read_towns(timeline: Timeline, statistics: Statistics) -> tuple[Town, ...]:
    """All 285, sorted by code. What is not known of one (pupils, inhabitants) counts as none."""
    return tuple(_town(timeline, statistics, place.nis) for place in timeline.municipalities(WORLD_DAY))


def _town(timeline: Timeline, statistics: Statistics, nis: str) -> Town:
    province = timeline.area_of_map(nis, "provincie", WORLD_DAY)
    region = timeline.area_of_map(nis, "referentieregio", WORLD_DAY)
    marker = timeline.marker(nis, WORLD_DAY)
    people = statistics.population(nis, WORLD_DAY)
    lager = statistics.pupils(nis, WORLD_DAY, "lager")
    secundair = statistics.pupils(nis, WORLD_DAY, "secundair")
    return Town(
        nis=nis,
        name=timeline.municipality(nis, WORLD_DAY).name,
        province=province.code if province else "",
        province_name=province.name if province else "",
        region=region.code if region else "",
        region_name=region.name if region else "",
        is_centre=timeline.area_of(nis, "centrumstad", WORLD_DAY) is not None,
        population=people.value if people else 0,
        primary_pupils=lager.value if lager else 0,
        secondary_pupils=secundair.value if secundair else 0,
        lat=marker.lat if marker else 0.0,
        lon=marker.lon if marker else 0.0,
        spots=_spots(timeline, nis),
    )


def _spots(timeline: Timeline, nis: str) -> tuple[Spot, ...]:
    """Places with a postcode, each on the sub-municipality of that name, else on the one nearest in the list."""
    parts = timeline.submunicipalities_of(nis, WORLD_DAY)
    by_name = {part.name.casefold(): part for part in parts}
    rows = [row for row in timeline.postcodes_of(nis, WORLD_DAY) if row.place]
    found = []
    for row in rows:
        part = by_name.get(row.place.casefold()) or _of_same_origin(parts, row.first_nis)
        if part is not None:
            found.append(Spot(row.code, row.place, part.lat, part.lon, math.sqrt(part.area_km2) / 4))
    return tuple(found)


def _of_same_origin(parts: tuple[SubMunicipality, ...], first_nis: str) -> SubMunicipality | None:
    return next((part for part in parts if part.first_nis == first_nis), None)
