"""The form to choose an area with: a region or a province from a list, or municipalities by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from wortel.network.pages.asking import PROVINCE, REGION, AskedPlace
from wortel.territory.domain.places import Area, Municipality
from wortel.territory.public import timeline

Towns = tuple[Municipality, ...]


@dataclass(frozen=True, slots=True)
class TownGroup:
    """The municipalities of one region, each with whether it is chosen; open when one is."""

    name: str
    towns: tuple[tuple[Municipality, bool], ...]

    @property
    def is_open(self) -> bool:
        """Whether one of them is chosen."""
        return any(chosen for _, chosen in self.towns)


def choices(place: AskedPlace | None, on: date) -> dict[str, object]:
    """What the form shows, with what is already chosen."""
    picked, chosen = frozenset(place.picked if place else ()), dict(place.areas if place else ())
    since = timeline().map_span(on).start
    return {
        "regions": [(area, area.code == chosen.get(REGION)) for area, _ in _areas("referentieregio", since)],
        "provinces": [(area, area.code == chosen.get(PROVINCE)) for area, _ in _areas("provincie", since)],
        "town_groups": [
            TownGroup(area.name, tuple((town, town.nis in picked) for town in towns))
            for area, towns in _areas("referentieregio", since)
        ],
    }


@lru_cache(maxsize=8)
def _areas(scheme: str, on: date) -> tuple[tuple[Area, Towns], ...]:
    """The areas of that map with their municipalities, all by name."""
    found: dict[Area, list[Municipality]] = {}
    for town in sorted(timeline().municipalities(on), key=lambda town: town.name):
        area = timeline().area_of_map(town.nis, scheme, on)
        if area is not None:
            found.setdefault(area, []).append(town)
    return tuple((area, tuple(found[area])) for area in sorted(found, key=lambda area: area.name))
