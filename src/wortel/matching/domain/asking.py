"""A need and an offer as the engine sees them: what is asked and what is possible, without names of people."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

EARTH_KM = 6371.0088
"""Mean radius of the earth (IUGG)."""
SLACK_KM = 1e-9
"""A distance that equals the radius on paper may not fail on its last binary digit."""


class Stretch(NamedTuple):
    """Years of age or weeks from `start` up to, not including, `end`."""

    start: int
    end: int

    def shared(self, other: Stretch) -> int:
        """How many years or weeks both hold; negative or 0: none, and that many lie between them."""
        return min(self.end, other.end) - max(self.start, other.start)

    @property
    def length(self) -> int:
        """How many years or weeks it holds."""
        return self.end - self.start


class Place(NamedTuple):
    """A point in kilometres: on a flat map (z = 0), or on the globe (`is_curved`, from the centre of the earth)."""

    x: float
    y: float
    z: float = 0.0
    is_curved: bool = False

    @classmethod
    def on_earth(cls, latitude: float, longitude: float) -> Place:
        """The point with this latitude and longitude, in degrees."""
        up, around = math.radians(latitude), math.radians(longitude)
        ring = EARTH_KM * math.cos(up)
        return cls(ring * math.cos(around), ring * math.sin(around), EARTH_KM * math.sin(up), is_curved=True)

    def distance(self, other: Place) -> float:
        """Kilometres as the crow flies; over the globe for points on it."""
        x, y, z = self.x - other.x, self.y - other.y, self.z - other.z
        straight = math.sqrt(x * x + y * y + z * z)
        return 2 * EARTH_KM * math.asin(min(1.0, straight / (2 * EARTH_KM))) if self.is_curved else straight


@dataclass(frozen=True, slots=True)
class _Wish:
    """What a need and an offer have in common."""

    id: str
    kind: str
    themes: frozenset[str]
    place: Place
    area: str
    ages: Stretch
    weeks: Stretch
    languages: frozenset[str]


@dataclass(frozen=True, slots=True)
class Need(_Wish):
    """Something asked: `quantity` times, each time by another offer.

    `weight` is that of its municipality, in thousandths: 1000 counts once, 1500 one and a half times.
    """

    quantity: int = 1
    weight: int = 1000


@dataclass(frozen=True, slots=True)
class Offer(_Wish):
    """Something possible: `capacity` times, within `radius_km` of its place."""

    radius_km: float
    capacity: int = 1
