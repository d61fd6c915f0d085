"""The parts that names and series are made of, as the files in `data/demo` give them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pattern:
    """A form of a name with places to fill in, such as `GO! atheneum {spot}`."""

    text: str
    weight: float


@dataclass(frozen=True, slots=True)
class Industry:
    """A NACE division: its code, what it makes, and words its firms use in their names."""

    code: str
    label: str
    weight: float
    crafts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """A family of series of activities: titles, and the ages they are for."""

    titles: tuple[str, ...]
    ages: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Doubt:
    """Who says that nothing was held, or disputes it, and the grounds they give."""

    reporters: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything the world is made of besides the territory."""

    words: Mapping[str, tuple[str, ...]]
    patterns: Mapping[str, tuple[Pattern, ...]]
    industries: tuple[Industry, ...]
    series: tuple[Series, ...]
    moments: tuple[str, ...]
    none: Doubt
    contested: Doubt
    withdrawn: Doubt
