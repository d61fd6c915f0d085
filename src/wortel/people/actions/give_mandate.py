"""Gives a person a mandate, or lets the one they have go on for longer."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from wortel.people.domain.scope import Scope
from wortel.people.models import Mandate, Person
from wortel.shell.clock import BRUSSELS
from wortel.trail.public import By, leave

__all__ = ["Scope", "give_mandate"]


def give_mandate(
    by: By,
    person: Person,
    capacity: str,
    scope: Scope,
    *,
    ground: str,
    at: datetime,
    until: date | None = None,
    given_by: str | None = None,
) -> Mandate:
    """The mandate, which holds from today on. One that stands already is given back: longer where `until` is later.

    `given_by` is the ref of the giver where that is not who signs: who accepts an invitation did not give the mandate.
    Does not ask whether who signs may: that is decided where the ground is (an invitation, a claim, a command).
    """
    where = {"organisation": scope.organisation, "scheme": scope.scheme, "area": scope.area}
    with transaction.atomic():
        _close_expired(person, capacity, where, at)
        mandate, is_new = Mandate.objects.get_or_create(
            person=person,
            capacity=capacity,
            ended_at=None,
            **where,
            defaults={
                "valid_from": at.astimezone(BRUSSELS).date(),
                "valid_to": until,
                "given_by": by.person if given_by is None else given_by,
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
        elif _is_later(until, mandate.valid_to):
            _prolong(by, mandate, person.ref, until, at)
    return mandate


def _close_expired(person: Person, capacity: str, where: dict[str, str], at: datetime) -> None:
    """Marks a mandate whose span is over as ended, so that it does not stand in the way of a new one."""
    on = at.astimezone(BRUSSELS).date()
    over = Mandate.objects.filter(person=person, capacity=capacity, ended_at=None, valid_to__lte=on, **where)
    over.update(ended_at=at, ended_why="expired")


def _is_later(asked: date | None, standing: date | None) -> bool:
    return standing is not None and (asked is None or asked > standing)


def _prolong(by: By, mandate: Mandate, person: str, until: date | None, at: datetime) -> None:
    before = mandate.valid_to
    mandate.valid_to = until
    mandate.save(update_fields=["valid_to"])
    leave(
        by,
        "mandate.prolonged",
        f"mandate:{mandate.ref}",
        at=at,
        before={"until": before},
        after={"until": until},
        concerns=mandate.organisation,
        about_person=person,
    )
