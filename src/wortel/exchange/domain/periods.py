"""Periods as schools say them, and a period moved to another school year."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date

from wortel.kernel.span import Span

THIS_YEAR, NEXT_YEAR, TERM = "schooljaar", "volgend", "trimester"


def usual_periods(on: date) -> Mapping[str, Span]:
    """What one may choose on that day: the rest of the school year, the next one, the rest of the term.

    A school year runs from 1 September up to and including 30 June; in July and August "this year" is the coming one.
    """
    year = school_year(on)
    return {
        THIS_YEAR: Span(max(on, year.start), year.end),
        NEXT_YEAR: school_year(moved(year.start, 1)),
        TERM: _term(max(on, year.start)),
    }


def school_year(on: date) -> Span:
    """The school year of that day, or the coming one in summer."""
    first = on.year if on.month >= 7 else on.year - 1
    return Span(date(first, 9, 1), date(first + 1, 7, 1))


def _term(on: date) -> Span:
    """From that day to Christmas, to Easter, or to the summer."""
    if on.month >= 9:
        return Span(on, date(on.year + 1, 1, 1))
    return Span(on, date(on.year, 4, 1) if on.month < 4 else date(on.year, 7, 1))


def moved(day: date, years: int) -> date:
    """The same day so many years later; 29 February becomes 28."""
    year = day.year + years
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))


def repeated(first_on: date, end_on: date, on: date) -> Span:
    """The period moved by whole years, at least one, as few as leave some of it to come after that day."""
    years = 1
    while moved(end_on, years) <= on:
        years += 1
    return Span(moved(first_on, years), moved(end_on, years))
