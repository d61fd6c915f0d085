"""A need and an offer as the engine sees them: what is asked and what is possible, without names of people."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

EARTH_KM = 6371.0088
"""Mean radius of the earth (IUGG)."""
SLACK_KM = 1e-9
"""A distance that equals the radius on paper may not fail on its last binary digit."""
HALVINGS = 3
AROUND_KM = 2 * EARTH_KM * 2.0**HALVINGS
ARC_SERIES = (1.0, 1 / 6, 3 / 40, 5 / 112, 35 / 1152, 63 / 2816, 231 / 13312, 143 / 10240, 6435 / 557056)
"""The first terms of the arcsine: after three halvings of the angle, good to the last digits at the antipode too."""


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

    def straight(self, other: Place) -> float:
        """Kilometres along a straight line, on the globe through the earth."""
        return math.sqrt(self._squares(other))

    def distance(self, other: Place) -> float:
        """Kilometres as the crow flies; over the globe for points on it."""
        return arc(self._squares(other)) if self.is_curved else self.straight(other)

    def _squares(self, other: Place) -> float:
        x, y, z = self.x - other.x, self.y - other.y, self.z - other.z
        return x * x + y * y + z * z


def arc(squares: float) -> float:
    """Kilometres over the globe between points whose straight distance has this square.

    Only sums, products, quotients and square roots: those are equal to the last binary digit on every machine and in
    every engine, which an arcsine is not.
    """
    part = min(1.0, squares / (4 * EARTH_KM * EARTH_KM))
    for _ in range(HALVINGS):
        part = part / (2.0 * (1.0 + math.sqrt(1.0 - part)))
    series = ARC_SERIES[-1]
    for term in ARC_SERIES[-2::-1]:
        series = series * part + term
    return AROUND_KM * (math.sqrt(part) * series)


def reach_of(radius_km: float, *, is_curved: bool) -> float:
    """The longest straight line whose ends lie within this radius; on the globe it is shorter than the arc."""
    half = (radius_km + SLACK_KM) / (2 * EARTH_KM)
    if not is_curved:
        return radius_km + SLACK_KM
    return 2 * EARTH_KM * math.sin(half) if half < math.pi / 2 else math.inf


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

    `weight` is that of its municipality, in thousandths: 1000 counts once, 1500 one and a half times. `moments` are
    parts of the week, empty: any. `radius_km` is how far one wants to go, `None`: as far as the offer allows.
    """

    quantity: int = 1
    weight: int = 1000
    moments: frozenset[str] = frozenset()
    radius_km: float | None = None

    @property
    def reach_km(self) -> float:
        """The longest straight line to an offer it goes to."""
        return math.inf if self.radius_km is None else reach_of(self.radius_km, is_curved=self.place.is_curved)


@dataclass(frozen=True, slots=True)
class Offer(_Wish):
    """Something possible: `capacity` times, within `radius_km` of its place; `moments` as those of a need.

    `per_week` is how often at most in one week, `None`: not said.
    """

    radius_km: float
    capacity: int = 1
    moments: frozenset[str] = frozenset()
    per_week: int | None = None

    @property
    def reach_km(self) -> float:
        """The longest straight line to a need it serves."""
        return reach_of(self.radius_km, is_curved=self.place.is_curved)
