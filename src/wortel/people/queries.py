"""Who is who, in a fixed number of queries."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from wortel.kernel.span import Span
from wortel.people.domain.caller import HeldMandate
from wortel.people.models import Mandate


def held_mandates(person_id: int, on: date) -> tuple[HeldMandate, ...]:
    """The mandates of a person that hold on that day. One query."""
    rows = (
        Mandate.objects.filter(
            Q(valid_to=None) | Q(valid_to__gt=on), person_id=person_id, valid_from__lte=on, ended_at=None
        )
        .order_by("organisation", "capacity", "id")
        .values_list("ref", "capacity", "organisation", "scheme", "area", "valid_from", "valid_to")
    )
    return tuple(HeldMandate(*row[:5], Span(row[5], row[6])) for row in rows)
