"""Actors that hold a role on a day."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from wortel.actors.models import Role, WorkingArea
from wortel.actors.queries.directory import Listed, listed

MOST = 20


def with_role(role: str, region: str, on: date, *, is_fictional: bool) -> tuple[Listed, ...]:
    """The actors with this role that day that sit in, or work for, a reference region; at most 20. Two statements."""
    held = Role.objects.filter(
        Q(valid_from=None) | Q(valid_from__lte=on), Q(valid_to=None) | Q(valid_to__gt=on), role=role
    )
    works = WorkingArea.objects.filter(scheme="referentieregio", area=region).values("actor")
    here = held.filter(Q(actor__region=region) | Q(actor__in=works), actor__is_fictional=is_fictional)
    ids = here.order_by("actor__name", "actor_id").values_list("actor_id", flat=True)[: 5 * MOST]
    return listed(list(dict.fromkeys(ids))[:MOST])
