"""A need or an offer of the invented world, before it is put in the exchange."""

from __future__ import annotations

import hashlib
from base64 import b32encode
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from wortel.demo.domain.rows import ActorRow
from wortel.exchange.domain.periods import moved, school_year
from wortel.exchange.domain.wanted import Wanted
from wortel.exchange.domain.words import CLOSED, NEED, OPEN

LEAST_AHEAD = timedelta(days=90)
SUMMER = (7, 1)
"""Month and day on which a school year is over."""


class Period(NamedTuple):
    """From `start` up to, not including, `end`."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class ListingRow:
    """`actor` is the key of the organisation, `made_days` how long ago it was put, `same_as` the key of the one of last
    year. What is `is_told` belongs to a story: chance lets it be.
    """

    key: str
    actor: str
    wanted: Wanted
    made_days: int
    state: str = OPEN
    same_as: str = ""
    closed_why: str = ""
    is_told: bool = False

    @property
    def ref(self) -> str:
        """The name under which it will be found: the same for the same key."""
        return ref_of(self.key)

    @property
    def is_need(self) -> bool:
        """Whether it asks; else it offers."""
        return self.wanted.side == NEED

    @property
    def is_past(self) -> bool:
        """Whether its year is over."""
        return self.state == CLOSED


def ref_of(key: str) -> str:
    """A name in the range of the demo, made from the key."""
    return "demo-" + b32encode(hashlib.sha256(key.encode()).digest())[:12].decode().lower()


def titled(text: str) -> str:
    """A title that says that it is invented."""
    return f"{text} (fictief)"


def at_place(row: ActorRow) -> dict[str, Any]:
    """Where the organisation is, as the fields of `Wanted` name it."""
    return {"nis": row.nis, "lat": row.lat, "lon": row.lon, "place": row.place}


def this_year(on: date, began_days: int) -> Period:
    """From so many days ago to the end of the school year, or of the next when this one is nearly over."""
    year = school_year(on).start.year + 1
    end = date(year, *SUMMER)
    if end - on < LEAST_AHEAD:
        end = date(year + 1, *SUMMER)
    return Period(on - timedelta(days=began_days), end)


def last_year(on: date) -> Period:
    """The school year before that of this day."""
    first = moved(school_year(on).start, -1)
    return Period(first, date(first.year + 1, *SUMMER))
