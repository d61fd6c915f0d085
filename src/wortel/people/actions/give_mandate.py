"""Gives a person a mandate."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from wortel.people.models import Mandate, Person
from wortel.trail.public import By, leave


@dataclass(frozen=True, slots=True)
class Scope:
    """What a mandate is for: an organisation (by ref), or an area of a scheme; all empty is Flanders."""

    organisation: str = ""
    scheme: str = ""
    area: str = ""


def give_mandate(
    by: By, person: Person, capacity: str, scope: Scope, *, ground: str, at: datetime, until: date | None = None
) -> Mandate:
    """The mandate, which holds from today on. One that stands already is given back as it is."""
    with transaction.atomic():
        where = {"organisation": scope.organisation, "scheme": scope.scheme, "area": scope.area}
        mandate, is_new = Mandate.objects.get_or_create(
            person=person,
            capacity=capacity,
            ended_at=None,
            **where,
            defaults={
                "valid_from": at.date(),
                "valid_to": until,
                "given_by": by.person,
                "given_at": at,
                "ground": ground,
            },
        )
        if is_new:
            leave(
                by,
                "mandate.given",
                f"mandate:{mandate.ref}",
                at=at,
                after={"person": person.ref, "capacity": capacity, **where, "until": until, "ground": ground},
                concerns=scope.organisation,
                about_person=person.ref,
            )
    return mandate
