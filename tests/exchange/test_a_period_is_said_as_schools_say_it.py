"""School years and terms, and a period moved to another year."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from wortel.exchange.domain.periods import NEXT_YEAR, TERM, THIS_YEAR, moved, repeated, school_year, usual_periods
from wortel.kernel.span import Span

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


def test_in_november_this_year_is_what_is_left_of_it() -> None:
    found = usual_periods(date(2026, 11, 22))
    assert found[THIS_YEAR] == Span(date(2026, 11, 22), date(2027, 7, 1))
    assert found[NEXT_YEAR] == Span(date(2027, 9, 1), date(2028, 7, 1))
    assert found[TERM] == Span(date(2026, 11, 22), date(2027, 1, 1))


def test_in_summer_this_year_is_the_coming_one() -> None:
    found = usual_periods(date(2026, 7, 15))
    assert found[THIS_YEAR] == Span(date(2026, 9, 1), date(2027, 7, 1))
    assert found[NEXT_YEAR].start == date(2027, 9, 1)
    assert found[TERM] == Span(date(2026, 9, 1), date(2027, 1, 1))


def test_a_leap_day_moves_to_the_28th() -> None:
    assert moved(date(2028, 2, 29), 1) == date(2029, 2, 28)
    assert repeated(date(2028, 2, 29), date(2028, 3, 10), date(2028, 2, 1)).start == date(2029, 2, 28)


@given(DAYS)
def test_every_usual_period_holds_days_to_come(on: date) -> None:
    for span in usual_periods(on).values():
        assert span.end is not None
        assert on <= span.start < span.end
        assert span.end > on


@given(DAYS, st.integers(1, 400), DAYS)
def test_what_is_repeated_is_whole_years_later_and_not_over(first: date, length: int, on: date) -> None:
    end = first + timedelta(days=length)
    span = repeated(first, end, on)
    years = span.start.year - first.year
    assert years >= 1
    assert span.end is not None
    assert span.end > on
    assert (span.start, span.end) == (moved(first, years), moved(end, years))
    assert years == 1 or moved(end, years - 1) <= on, "no more years than needed"


@given(DAYS)
def test_a_school_year_runs_from_september_to_june(on: date) -> None:
    year = school_year(on)
    assert (year.start.month, year.start.day) == (9, 1)
    assert year.end is not None
    assert on < year.end
