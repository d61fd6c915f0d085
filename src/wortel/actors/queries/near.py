"""A place by its name, postcode or code, as a point to look around."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from wortel.actors.queries.asked import Near
from wortel.kernel.text import folded
from wortel.territory.domain.plane import to_plane
from wortel.territory.public import timeline

LONGEST_PLACE = 100
_SEVERAL = 5
_BARE = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that can be looked around: how it is called, its municipality of that map, and its point (WGS84)."""

    label: str
    nis: str
    lat: float
    lon: float


class PlaceUnknown(LookupError):
    """No municipality, sub-municipality or postcode is called this; `resembles` are names that look like it."""

    def __init__(self, text: str, resembles: tuple[str, ...]) -> None:
        super().__init__(text)
        self.text = text
        self.resembles = resembles


def near_place(text: str, radius_km: float, on: date) -> Near:
    """Around the place of this name, on the map of day `on`. Raises `PlaceUnknown`."""
    spot = find_spot(text, on)
    x_km, y_km = to_plane(spot.lat, spot.lon)
    return Near(spot.label, x_km, y_km, radius_km)


def find_spot(text: str, on: date) -> Spot:
    """The place of this name: a municipality before a part of one, a postcode before both. Raises `PlaceUnknown`."""
    spots = _spots(timeline().map_span(on).start)
    key = _key(text[:LONGEST_PLACE])
    postcode = re.match(r"[0-9]{4,5}\b", key)
    found = spots.get(key) or (spots.get(postcode.group()) if postcode else None)
    if found is None:
        near = process.extract(key, spots.keys(), scorer=OSA.normalized_similarity, limit=_SEVERAL, score_cutoff=0.6)
        raise PlaceUnknown(text, tuple(dict.fromkeys(spots[name].label for name, _, _ in near)))
    return found


@lru_cache(maxsize=4)
def _spots(on: date) -> dict[str, Spot]:
    found: dict[str, Spot] = {}
    for key, spot in _named(on):
        found.setdefault(_key(key), spot)
    return found


def _named(on: date) -> Iterator[tuple[str, Spot]]:
    """Every name with its spot, the one to prefer first."""
    places = timeline().municipalities(on)
    for place in places:
        marker = timeline().marker(place.nis, on)
        if marker is not None:
            spot = Spot(place.name, place.nis, marker.lat, marker.lon)
            yield from ((name, spot) for name in (place.name, place.nis))
    for place in places:
        parts = {part.name: part for part in timeline().submunicipalities_of(place.nis, on)}
        for name, part in parts.items():
            label = name if name == place.name else f"{name} ({place.name})"
            yield name, Spot(label, place.nis, part.lat, part.lon)
        for row in timeline().postcodes_of(place.nis, on):
            here = parts.get(row.place)
            marker = timeline().marker(place.nis, on)
            point = (here.lat, here.lon) if here else (marker.lat, marker.lon) if marker else None
            if point is not None:
                spot = Spot(f"{row.code} {row.place}", place.nis, *point)
                yield from ((row.code, spot), (f"{row.code} {row.place}", spot), (row.place, spot))


def _key(text: str) -> str:
    return _BARE.sub(" ", folded(text)).strip()
