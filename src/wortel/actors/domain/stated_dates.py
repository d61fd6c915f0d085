"""The date a source prints beside its statement: a day, a month, a year, a stretch, or something nobody can place."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import NamedTuple

_ONE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_DUTCH = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")


class Stated(NamedTuple):
    """The first and the last day that the printed date may mean."""

    first: date
    last: date


@lru_cache(maxsize=4096)
def read_stated(text: str) -> Stated | None:
    """Reads `2026-07-24`, `24/07/2026`, `2015-06`, `2025`, `2020-04/2021-07`, `2018-2025`; `None` for anything else.

    Years outside 1900 to 2100 are not believed.
    """
    stripped = re.sub(r"(?<=\d)[T ]\d{2}:\d{2}.*", "", text.strip())  # a time of day
    dutch = _DUTCH.fullmatch(stripped)
    if dutch:
        stripped = f"{dutch[3]}-{dutch[2]}-{dutch[1]}"
    years = re.fullmatch(r"(\d{4})\s?[-–]\s?(\d{4})", stripped)
    ends = years.groups() if years else tuple(stripped.split("/"))
    days = [_days(end.strip()) for end in ends]
    if len(days) > 2 or None in days:
        return None
    first, last = days[0], days[-1]
    return Stated(first[0], last[1]) if first and last and first[0] <= last[1] else None


def _days(text: str) -> tuple[date, date] | None:
    match = _ONE.fullmatch(text)
    if match is None or not 1900 <= int(match[1]) <= 2100:
        return None
    year = int(match[1])
    month, day = (int(part) if part else None for part in (match[2], match[3]))
    try:
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError:
        return None
