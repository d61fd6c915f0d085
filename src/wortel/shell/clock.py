"""The one place where the clock is read; everywhere else the day or the instant is an argument."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

BRUSSELS = ZoneInfo("Europe/Brussels")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def now() -> datetime:
    """This instant, in Belgian time."""
    return datetime.now(BRUSSELS)


def today() -> date:
    """This day in Belgium."""
    return now().date()
