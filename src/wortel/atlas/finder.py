"""The finder of today's map, built once per map."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from wortel.atlas.domain.finding import Finder
from wortel.territory.public import timeline


def finder(on: date) -> Finder:
    """Finds municipalities of the map of that day. Raises `BeforeFirstMap`."""
    return _finder(timeline().map_span(on).start)


@lru_cache(maxsize=4)
def _finder(first_day: date) -> Finder:
    return Finder.of(timeline(), first_day)
