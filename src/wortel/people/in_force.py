"""The mandates that hold on a day: begun, not over, and not ended before."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from wortel.people.models import Mandate


def mandates_in_force(on: date) -> QuerySet[Mandate]:
    """To be narrowed by who asks. Spans exclude their end."""
    return Mandate.objects.filter(Q(valid_to=None) | Q(valid_to__gt=on), valid_from__lte=on, ended_at=None)
