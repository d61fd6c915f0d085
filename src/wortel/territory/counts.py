"""Every count of a municipality that is known exactly, as programs get it."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from wortel.territory.domain.places import Municipality
from wortel.territory.domain.statistics import EVERYONE, Ages, Figure
from wortel.territory.reference import statistics


def counts_json(place: Municipality, on: date) -> dict[str, Any]:
    """Inhabitants by every published age group and pupils by level, of the municipality as it was on day `on`.

    Raises as `Timeline.municipality` does.
    """
    numbers = statistics()
    groups = {group for table in numbers.inhabitants.values() for _, group in table if isinstance(group, Ages)}
    ages = sorted(groups, key=lambda group: (group.low, group.high or 0))
    levels = sorted({group for table in numbers.pupil_counts.values() for _, group in table if isinstance(group, str)})
    return {
        "nis": place.nis,
        "name": place.name,
        "on": on,
        "inhabitants": [
            {**_figure(figure), **_ages(group)}
            for group in ages
            if (figure := numbers.population(place.nis, on, group)) is not None
        ],
        "pupils": [
            {**_figure(figure), "level": level}
            for level in levels
            if (figure := numbers.pupils(place.nis, on, level)) is not None
        ],
    }


def _ages(group: Ages) -> dict[str, int | None]:
    return {"ages_from": None if group == EVERYONE else group.low, "ages_to": group.high}


def _figure(figure: Figure) -> dict[str, Any]:
    found = asdict(figure)
    found["counted_on"] = found.pop("ref_date")
    return found
