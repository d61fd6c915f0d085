"""Which municipality a name or a postcode means, on which map: an index over the territory, built once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from math import dist

from wortel.kernel.text import folded
from wortel.territory.domain.places import Municipality
from wortel.territory.domain.plane import to_plane
from wortel.territory.domain.timeline import Timeline

Codes = frozenset[str]
_NOBODY: Codes = frozenset()


@lru_cache(maxsize=20_000)
def name_of_place(text: str) -> str:
    """A place name for comparing: folded, without hyphens, and with Sint for St."""
    words = re.sub(r"[^a-z0-9]+", " ", folded(text).replace("'", "")).split()
    return " ".join("sint" if word == "st" else word for word in words)


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Names and postcodes of the territory. Codes are those of the first map (`first`) unless said otherwise."""

    timeline: Timeline
    newest: date
    by_name: Mapping[str, Codes]  # municipality names, every code that ever had the name
    by_part: Mapping[str, Codes]  # sub-municipalities and postal places, as codes of the first map
    by_postcode: Mapping[str, Codes]  # as codes of the first map
    provinces: Mapping[str, str]  # folded name → code
    days: tuple[date, ...]  # one day on each map, oldest first
    # Answers already worked out; there are few codes and fewer maps, so these stay small.
    _carried: dict[tuple[str, date], Codes] = field(default_factory=dict, repr=False, compare=False)
    _markers: dict[str, tuple[float, float] | None] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, timeline: Timeline) -> Whereabouts:
        """Builds the index."""
        first = timeline.first_day
        newest = newest_day(timeline)
        names: list[tuple[str, str]] = [(name_of_place(name), nis) for nis, name in timeline.register.brussels.items()]
        names += [(name_of_place(place.name), place.nis) for place in timeline.register.by_nis.values()]
        parts, postcodes = [], []
        for place in timeline.municipalities(first):
            for postal in timeline.postcodes_of(place.nis, first):
                parts.append((name_of_place(postal.place), place.nis))
                postcodes.append((postal.code, place.nis))
            parts += [(name_of_place(part.name), place.nis) for part in timeline.submunicipalities_of(place.nis, first)]
        provinces = {name_of_place(area.name): area.code for area in timeline.areas("provincie", newest)}
        changes = timeline.register.lineage.changes
        days = (first, *changes[:-1], newest) if changes else (newest,)
        return cls(timeline, newest, _grouped(names), _grouped(parts), _grouped(postcodes), provinces, days)

    def is_brussels(self, nis: str) -> bool:
        """Whether the code is one of the nineteen outside the Flemish Region."""
        return nis in self.timeline.register.brussels

    def known(self, nis: str) -> Municipality | None:
        """The Flemish municipality with the code, whenever it stood."""
        return self.timeline.register.by_nis.get(nis)

    def name(self, nis: str) -> str:
        """The name that goes with the code; empty when the code never stood."""
        place = self.known(nis)
        return place.name if place else self.timeline.register.brussels.get(nis, "")

    def on_map(self, codes: Iterable[str], day: date) -> Codes:
        """The codes carried from wherever they stood to the map of `day`; Brussels stays as it is."""
        found = [self._one_on_map(nis, day) for nis in codes]
        return found[0] if len(found) == 1 else frozenset().union(*found)

    def _one_on_map(self, nis: str, day: date) -> Codes:
        if (nis, day) not in self._carried:
            brussels = self.is_brussels(nis)
            lineage = self.timeline.register.lineage
            codes = (nis,) if brussels else lineage.carried(nis, self._day_of(nis, day), day)
            self._carried[nis, day] = frozenset(codes)
        return self._carried[nis, day]

    def _day_of(self, nis: str, day: date) -> date:
        """A day on which the code stood, as near to `day` as can be."""
        register = self.timeline.register
        return min(max(day, register.first_day_of(nis)), register.last_day_of(nis))

    def named(self, name: str, day: date) -> Codes:
        """Municipalities of the map of `day` that have or had this name; else those that hold a part of this name."""
        plain = name_of_place(name)
        codes = self.by_name.get(plain, _NOBODY)
        standing = frozenset(nis for nis in codes if self._stands(nis, day))
        if standing:
            return standing
        if codes:
            return self.on_map(codes, day)
        return self.on_map(self.by_part.get(plain, _NOBODY), day)

    def with_postcode(self, postcode: str, day: date) -> Codes:
        """Municipalities of the map of `day` in which the postcode lies; none for a postcode nobody knows."""
        return self.on_map(self.by_postcode.get(postcode, _NOBODY), day)

    def day_of_map(self, day: date | None) -> date:
        """A day on the map that held on `day`; on the first map when that is older, on the newest when unknown."""
        if day is None or day <= self.days[0]:
            return self.newest if day is None else self.days[0]
        return self.days[self.timeline.register.lineage.map_number(day)]

    def is_former_name(self, name: str, day: date) -> bool:
        """Whether a municipality had this name and none has it on `day`."""
        codes = self.by_name.get(name_of_place(name), _NOBODY)
        return bool(codes) and not any(self._stands(nis, day) for nis in codes)

    def province_of(self, name: str) -> str:
        """The code of the province with this name; empty when there is none."""
        return self.provinces.get(name_of_place(name).removeprefix("provincie "), "")

    def marker(self, nis: str) -> tuple[float, float] | None:
        """A point (degrees, WGS84) inside the municipality as it last stood; `None` for Brussels."""
        if nis not in self._markers:
            known = self.known(nis) is not None
            marker = self.timeline.marker(nis, self.timeline.register.last_day_of(nis)) if known else None
            self._markers[nis] = (marker.lat, marker.lon) if marker else None
        return self._markers[nis]

    def km_between(self, one: tuple[float, float], other: tuple[float, float]) -> float:
        """Distance in kilometres between two points in degrees, on the local plane."""
        return dist(to_plane(*one), to_plane(*other))

    def _stands(self, nis: str, day: date) -> bool:
        place = self.known(nis)
        return place is None or day in place.valid


def newest_day(timeline: Timeline) -> date:
    """A day on the newest map on which every division has members."""
    starts = [span.start for rows in timeline.divisions.areas_of.values() for span, _ in rows]
    day: date = max((timeline.first_day, *timeline.register.lineage.changes, *starts))
    return day


def _grouped(pairs: Iterable[tuple[str, str]]) -> Mapping[str, Codes]:
    found: dict[str, set[str]] = defaultdict(set)
    for key, nis in pairs:
        found[key].add(nis)
    return {key: frozenset(codes) for key, codes in found.items()}
