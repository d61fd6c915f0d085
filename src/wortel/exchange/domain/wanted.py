"""What an organisation writes of a need or an offer, and everything that can be wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from math import isfinite
from typing import Any

from wortel.exchange.domain.ages import ALL_AGES, OLDEST, YOUNGEST
from wortel.exchange.domain.kinds import KIND_OF
from wortel.exchange.domain.reach import MOST_KM, MOST_MINUTES
from wortel.exchange.domain.words import (
    ACCESSIBILITY,
    LANGUAGES,
    MOMENTS,
    OFFER,
    PRIORITIES,
    PUBLIC,
    SIDES,
    TARGET_GROUPS,
    THEMES,
    TRAVEL_MODES,
)
from wortel.kernel.reason import Reason
from wortel.kernel.text import TextRefused, clean_text
from wortel.organisations.domain.fields import VISIBILITIES

MOST_TIMES, MOST_CHILDREN, MOST_A_WEEK = 1_000, 5_000, 50
LONGEST_DAYS = 1_100
_TEXTS = (("title", 120, False), ("place", 120, False), ("text", 2_000, True), ("conditions", 1_000, True))
_LISTS = (
    ("themes", THEMES), ("priorities", PRIORITIES), ("target_groups", TARGET_GROUPS), ("languages", LANGUAGES),
    ("moments", MOMENTS), ("accessibility", ACCESSIBILITY),
)  # fmt: skip
_AROUND = (49.0, 52.0, 2.0, 7.0)
"""Degrees north and east between which a place in or beside Flanders lies."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The fields of `Listing` that people write; lists hold keys of `words.py`, ranges exclude their end."""

    side: str
    kind: str
    title: str
    quantity: int
    first_on: date
    end_on: date
    nis: str
    lat: float | None
    lon: float | None
    place: str = ""
    text: str = ""
    themes: Sequence[str] = ()
    priorities: Sequence[str] = ()
    target_groups: Sequence[str] = ()
    age_from: int = ALL_AGES[0]
    age_to: int = ALL_AGES[1]
    languages: Sequence[str] = ("nl",)
    group_size: int | None = None
    per_week: int | None = None
    moments: Sequence[str] = ()
    range_km: float | None = None
    travel_mode: str = ""
    travel_minutes: int | None = None
    accessibility: Sequence[str] = ()
    conditions: str = ""
    is_urgent: bool = False
    visibility: str = PUBLIC

    def values(self) -> dict[str, Any]:
        """By name of field; sequences as lists."""
        found = {it.name: getattr(self, it.name) for it in fields(self)}
        return {name: list(value) if isinstance(value, tuple | list) else value for name, value in found.items()}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one field."""

    field: str
    reason: Reason


class ListingRefused(ValueError):
    """It cannot be kept so; `faults` say why, the first first."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("; ".join(f"{it.field}: {it.reason.key}" for it in faults))
        self.faults = tuple(faults)


def faults(wanted: Wanted, on: date) -> tuple[Fault, ...]:
    """Everything wrong with it on that day; empty when it can be kept."""
    if wanted.side not in SIDES or wanted.kind not in KIND_OF:
        return (_fault("kind", "unknown_kind"),)
    checks = (_texts, _words, _counts, _period, _place, _reach)
    return (*(found for check in checks for found in check(wanted)), *_over(wanted, on))


def _fault(field: str, key: str, **parameters: Any) -> Fault:
    return Fault(field, Reason.of(f"exchange.{key}", **parameters))


def _texts(it: Wanted) -> Iterator[Fault]:
    for field, limit, lines in _TEXTS:
        try:
            text = clean_text(getattr(it, field), limit=limit, lines=lines)
        except TextRefused as refused:
            yield _fault(field, "unwritable" if refused.character else "too_long", limit=limit)
        else:
            if field == "title" and not text:
                yield _fault(field, "no_title")


def _words(it: Wanted) -> Iterator[Fault]:
    for field, known in _LISTS:
        strange = [key for key in getattr(it, field) if key not in known]
        if strange:
            yield _fault(field, "unknown_word", word=str(strange[0])[:60])
    if it.visibility not in VISIBILITIES:
        yield _fault("visibility", "unknown_word", word=it.visibility[:60])


def _counts(it: Wanted) -> Iterator[Fault]:
    if not 1 <= it.quantity <= MOST_TIMES:
        yield _fault("quantity", "not_between", least=1, most=MOST_TIMES)
    if it.group_size is not None and not 1 <= it.group_size <= MOST_CHILDREN:
        yield _fault("group_size", "not_between", least=1, most=MOST_CHILDREN)
    if it.per_week is not None and not 1 <= it.per_week <= MOST_A_WEEK:
        yield _fault("per_week", "not_between", least=1, most=MOST_A_WEEK)
    if it.age_from >= it.age_to:
        yield _fault("age_to", "ages_reversed")
    elif it.age_from < YOUNGEST or it.age_to > OLDEST + 1:
        yield _fault("age_from", "not_between", least=YOUNGEST, most=OLDEST)


def _period(it: Wanted) -> Iterator[Fault]:
    if it.end_on <= it.first_on:
        yield _fault("end_on", "period_reversed")
    elif it.end_on - it.first_on > timedelta(days=LONGEST_DAYS):
        yield _fault("end_on", "period_too_long")


def _over(it: Wanted, on: date) -> Iterator[Fault]:
    if it.first_on < it.end_on <= on:
        yield _fault("end_on", "period_over")


def _place(it: Wanted) -> Iterator[Fault]:
    south, north, west, east = _AROUND
    if it.lat is None or it.lon is None or not it.nis:
        yield _fault("place", "no_place")
    elif not (south <= it.lat <= north and west <= it.lon <= east):
        yield _fault("place", "far_away")


def _reach(it: Wanted) -> Iterator[Fault]:
    if it.range_km is None:
        if it.side == OFFER:
            yield _fault("range", "say_how_far")
    elif not (isfinite(it.range_km) and 0 <= it.range_km <= MOST_KM):
        yield _fault("range", "not_between", least=0, most=MOST_KM)
    if it.travel_mode and it.travel_mode not in TRAVEL_MODES:
        yield _fault("range", "unknown_word", word=it.travel_mode[:60])
    if it.travel_minutes is not None and not 1 <= it.travel_minutes <= MOST_MINUTES:
        yield _fault("range", "not_between", least=1, most=MOST_MINUTES)
