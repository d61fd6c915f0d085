"""12.500 and 21 november 2026; what is unknown is a word, never a zero."""

from __future__ import annotations

from datetime import UTC, date, datetime

from django.utils.translation import override

from wortel.shell.formats import day, number, percent


def test_dutch() -> None:
    with override("nl"):
        assert number(12500) == "12.500"
        assert (number(2.75, 1), number(-0.5), number(71.96, 1)) == ("2,8", "-1", "72,0")
        assert percent(0.714, 1) == "71,4\u00a0%"
        assert day(date(2026, 11, 21)) == "21 november 2026"


def test_english() -> None:
    with override("en"):
        assert number(12500) == "12,500"
        assert percent(0.71) == "71%"


def test_unknown_is_a_word() -> None:
    with override("nl"):
        assert [number(None), percent(None), day(None)] == ["onbekend"] * 3


def test_an_instant_falls_on_its_belgian_day() -> None:
    with override("nl"):
        assert day(datetime(2026, 11, 20, 23, 30, tzinfo=UTC)) == "21 november 2026"
