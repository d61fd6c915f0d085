"""Which areas actors work for, which roles they hold, and when any of that last changed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Q

from wortel.actors.models import Actor, Role, WorkingArea
from wortel.actors.queries.located import GONE


@dataclass(frozen=True, slots=True)
class WorksFor:
    """An actor and an area it works for: gemeente (a code of the day of its source) or a scheme of the territory."""

    ref: str
    kind: str
    scheme: str
    area: str


@dataclass(frozen=True, slots=True)
class HeldRole:
    """An actor in a role; a day that is `None` is not said. `note` is how the source puts it."""

    ref: str
    role: str
    valid_from: date | None
    valid_to: date | None
    note: str


def working_areas(kinds: Collection[str] = ()) -> tuple[WorksFor, ...]:
    """The working area of everyone (of these kinds) who says one, and works on. One statement."""
    rows = WorkingArea.objects.exclude(actor__status__in=GONE).order_by("actor__ref", "scheme", "area").distinct()
    if kinds:
        rows = rows.filter(actor__kind__in=list(kinds))
    return tuple(WorksFor(*row) for row in rows.values_list("actor__ref", "actor__kind", "scheme", "area"))


def held_roles(roles: Collection[str], on: date) -> tuple[HeldRole, ...]:
    """Who holds one of these roles that day, or without a day said. One statement."""
    rows = Role.objects.filter(role__in=list(roles)).exclude(actor__status__in=GONE)
    rows = rows.filter(Q(valid_from=None) | Q(valid_from__lte=on), Q(valid_to=None) | Q(valid_to__gt=on))
    found = rows.order_by("actor__ref", "role", "valid_from", "pk")
    return tuple(HeldRole(*row) for row in found.values_list("actor__ref", "role", "valid_from", "valid_to", "note"))


def actors_version() -> str:
    """Another text as soon as an actor, a role or a working area has changed. Three statements."""
    counted = [Actor.objects.aggregate(n=Count("pk"), last=Max("updated_at"))]
    counted += [model.objects.aggregate(n=Count("pk"), last=Max("pk")) for model in (Role, WorkingArea)]
    return "|".join(f"{row['n']}:{row['last']}" for row in counted)
