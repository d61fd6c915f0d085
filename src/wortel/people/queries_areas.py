"""For which areas somebody holds a capacity, without saying who."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from wortel.people.models import Mandate


def areas_with(capacity: str, day: date) -> frozenset[tuple[str, str, bool]]:
    """Scheme, area and whether the person is made up, of each mandate in this capacity that holds that day.

    Scheme and area both empty is all of Flanders. One statement.
    """
    held = Mandate.objects.filter(Q(valid_to=None) | Q(valid_to__gt=day), capacity=capacity, valid_from__lte=day)
    return frozenset(held.filter(ended_at=None).values_list("scheme", "area", "person__is_fictional"))
