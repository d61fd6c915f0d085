"""The week that a run suggests for two who fit, and the weeks that an offer has given away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from wortel.introductions.domain.carrying import monday_of, week_number
from wortel.kernel.reason import Reason

SUGGESTED = "introductions.suggested_week"


def suggested_week(week: int) -> Reason:
    """That this week suits both, and that the offer has room in it."""
    return Reason.of(SUGGESTED, monday=monday_of(week).isoformat())


def weeks_given(
    rows: Iterable[tuple[str, date | None, Iterable[Mapping[str, Any]]]],
) -> dict[str, Counter[int]]:
    """By offer how often which week is given away, of rows of offer, day and reasons: the week of the day that was
    fixed, or else the one that was suggested; an introduction with neither takes no week.
    """
    found: dict[str, Counter[int]] = {}
    for offer, planned_on, reasons in rows:
        day = planned_on or _suggested(reasons)
        if day is not None:
            found.setdefault(offer, Counter())[week_number(day)] += 1
    return found


def _suggested(reasons: Iterable[Mapping[str, Any]]) -> date | None:
    mondays = [row.get("parameters", {}).get("monday") for row in reasons if row["key"] == SUGGESTED]
    return date.fromisoformat(mondays[0]) if mondays else None
