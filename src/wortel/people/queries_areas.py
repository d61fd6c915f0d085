"""For which areas somebody holds a capacity, without saying who."""

from __future__ import annotations

from datetime import date

from wortel.people.in_force import mandates_in_force


def areas_with(capacity: str, day: date) -> frozenset[tuple[str, str, bool]]:
    """Scheme, area and whether the person is made up, of each mandate in this capacity that holds that day.

    Scheme and area both empty is all of Flanders. One statement.
    """
    held = mandates_in_force(day).filter(capacity=capacity)
    return frozenset(held.values_list("scheme", "area", "person__is_fictional"))
