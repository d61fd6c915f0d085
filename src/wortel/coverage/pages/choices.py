"""What can be chosen on the coverage page: the year, the map, the year to compare with, the division."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext

from wortel.coverage.pages.asked import ANOTHER_DAY, SCHEMES, Asked, changed, map_days
from wortel.coverage.rulebook import FIRST_RULED_YEAR
from wortel.territory.public import timeline


def choices(request: HttpRequest, asked: Asked, today: date, known: AbstractSet[int]) -> dict[str, Any]:
    """The choices with what is chosen now; `known` are the years about which anyone said anything."""
    years = range(FIRST_RULED_YEAR, today.year + 1)
    return {
        "first_year": FIRST_RULED_YEAR,
        "last_year": today.year,
        "years": [
            {"year": year, "url": changed(request, jaar=year), "here": year == asked.year, "known": year in known}
            for year in years
        ],
        "maps": _maps(asked, today),
        "another_day": ANOTHER_DAY,
        "other_years": [year for year in reversed(years) if year != asked.year],
        "schemes": [{"value": scheme, "label": _scheme_name(scheme)} for scheme in SCHEMES],
        "scheme_name": _scheme_name(asked.scheme),
    }


def _maps(asked: Asked, today: date) -> list[dict[str, Any]]:
    """The maps there were; the one asked for is chosen, under the day that was asked."""
    starts = map_days()
    rows = []
    for place, start in enumerate(starts):
        here, is_last = asked.on in timeline().map_span(start), place + 1 == len(starts)
        value = asked.on if here else today if is_last else start
        rows.append({"value": value.isoformat(), "label": _map_label(starts, place), "here": here})
    return rows


def _map_label(starts: Sequence[date], place: int) -> str:
    """How many municipalities the map holds, and the years it is of."""
    words = {"count": len(timeline().municipalities(starts[place])), "first": starts[place].year}
    if place + 1 == len(starts):
        return gettext("%(count)d (sinds %(first)d)") % words
    words["last"] = (starts[place + 1] - timedelta(days=1)).year
    if place == 0:
        return gettext("%(count)d (tot en met %(last)d)") % words
    return gettext("%(count)d (%(first)d tot %(last)d)") % words


def _scheme_name(scheme: str) -> str:
    return gettext("referentieregio") if scheme == "referentieregio" else gettext("provincie")
