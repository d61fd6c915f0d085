"""Needs and offers of organisations as rows of the engine: what is left of them, from today on."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Protocol

from wortel.matching.domain.asking import Need, Offer, Place, Stretch

ANY = "any"
"""A theme (or language) that every offer has: a need that names none is met completely by each."""
FIRST_MONDAY = date(2018, 1, 1)
"""Weeks are counted from this Monday, the first of the first map."""


class Row(Protocol):
    """A need or an offer as the exchange keeps it, as far as the engine looks at it."""

    ref: str
    kind: str
    actor: str
    themes: list[str]
    languages: list[str]
    moments: list[str]
    age_from: int
    age_to: int
    first_on: date
    end_on: date
    nis: str
    lat: float
    lon: float
    range_km: float | None
    per_week: int | None


def week_number(day: date) -> int:
    """The number of the week, from Monday to Sunday, that holds this day."""
    return (day - FIRST_MONDAY).days // 7


def monday_of(week: int) -> date:
    """The first day of the week with this number."""
    return FIRST_MONDAY + timedelta(weeks=week)


def weeks_from(first_on: date, end_on: date, on: date) -> Stretch | None:
    """The weeks of a period that still lie ahead; `None` when it is over."""
    if end_on <= on:
        return None
    return Stretch(week_number(max(first_on, on)), week_number(end_on - timedelta(days=1)) + 1)


def need_of(row: Row, left: int, weight: int, on: date) -> Need | None:
    """The need, asked `left` times more; `None` when nothing is left of it."""
    weeks = weeks_from(row.first_on, row.end_on, on)
    if weeks is None or left <= 0:
        return None
    return Need(
        id=row.ref,
        kind=row.kind,
        themes=frozenset(row.themes or (ANY,)),
        place=Place.on_earth(row.lat, row.lon),
        area=row.nis,
        ages=Stretch(row.age_from, row.age_to),
        weeks=weeks,
        languages=frozenset(row.languages or (ANY,)),
        quantity=left,
        weight=weight,
        moments=frozenset(row.moments),
        radius_km=row.range_km,
    )


def offer_of(row: Row, left: int, on: date, themes: Collection[str], languages: Collection[str]) -> Offer | None:
    """The offer, possible `left` times more; without themes it is about all of them. `None`: nothing is left of it."""
    weeks = weeks_from(row.first_on, row.end_on, on)
    if weeks is None or left <= 0 or row.range_km is None:
        return None
    return Offer(
        id=row.ref,
        kind=row.kind,
        themes=frozenset((*(row.themes or themes), ANY)),
        place=Place.on_earth(row.lat, row.lon),
        area=row.nis,
        ages=Stretch(row.age_from, row.age_to),
        weeks=weeks,
        languages=frozenset((*(row.languages or languages), ANY)),
        radius_km=row.range_km,
        capacity=left,
        moments=frozenset(row.moments),
        per_week=row.per_week,
    )
