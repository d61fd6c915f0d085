"""How far, in kilometres as the crow flies: said in kilometres, or in minutes by a way of travelling."""

from __future__ import annotations

from datetime import date
from math import asin, cos, radians, sin, sqrt

from wortel.exchange.domain.words import TRAVEL_MODES
from wortel.kernel.rulebook import Rulebook

MOST_KM = 300
MOST_MINUTES = 600
_EARTH_KM = 6371.0088


def km_of(minutes: int, mode: str, rulebook: Rulebook, on: date) -> float:
    """How far one gets in that time, by the speed in force. Raises `NoRuleInForce` for a mode without a speed."""
    return minutes * rulebook.number(f"speed_{mode}", on) / 60


def speeds(rulebook: Rulebook, on: date) -> dict[str, int]:
    """Kilometres an hour by way of travelling."""
    return {mode: rulebook.number(f"speed_{mode}", on) for mode in TRAVEL_MODES}


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Kilometres over the globe between two points in degrees."""
    up, other_up = radians(lat), radians(other_lat)
    half = sin((other_up - up) / 2) ** 2 + cos(up) * cos(other_up) * sin(radians(other_lon - lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(half)))
