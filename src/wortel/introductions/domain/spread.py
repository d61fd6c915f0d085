"""How numbers are spread: the middle, the quarters, and how evenly a load is carried."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quartiles:
    """Of `count` known values: a quarter is not above `low`, half not above `middle`, three quarters not above `high`.

    The three are `None` when there are too few values to tell.
    """

    count: int
    low: float | None = None
    middle: float | None = None
    high: float | None = None


def quartiles(values: Iterable[float], least: int = 1) -> Quartiles:
    """The quartiles, between neighbours in proportion (as NumPy and R do by default)."""
    known = sorted(values)
    if not known or len(known) < least:
        return Quartiles(len(known))
    return Quartiles(len(known), _at(known, 0.25), _at(known, 0.5), _at(known, 0.75))


def gini(loads: Iterable[int]) -> float | None:
    """0 when all carry the same, towards 1 when one carries everything; `None` when nothing is carried."""
    known = sorted(loads)
    total = sum(known)
    if not total:
        return None
    ranked = sum(rank * load for rank, load in enumerate(known, start=1))
    return (2 * ranked) / (len(known) * total) - (len(known) + 1) / len(known)


def share_of_busiest(loads: Iterable[int], part: float = 0.1) -> float | None:
    """Which share of the load the busiest tenth carries (at least one organisation); `None` when there is none."""
    known = sorted(loads, reverse=True)
    total = sum(known)
    if not total:
        return None
    return sum(known[: max(1, round(len(known) * part))]) / total


def _at(known: Sequence[float], part: float) -> float:
    place = (len(known) - 1) * part
    below = int(place)
    above = min(below + 1, len(known) - 1)
    return known[below] + (known[above] - known[below]) * (place - below)
