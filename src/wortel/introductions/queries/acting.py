"""The people who act for an organisation today."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import QuerySet

from wortel.people.domain.capacities import ADMINISTRATOR, CATALYST, EDITOR, PROGRAMME_MANAGER
from wortel.people.public import Mandate, Person, mandates_in_force


def people_acting_for(actor: str, on: date) -> tuple[Person, ...]:
    """Its administrators and editors of that day, without who left. One query."""
    return tuple(
        Person.objects.filter(pk__in=_mandates([actor], on).values("person_id"), erased_at=None).order_by("pk")
    )


def people_at_a_desk(refs: Collection[str], on: date) -> tuple[Person, ...]:
    """Which of these people work at a desk that day and can be written to. One query, none when nobody is asked for."""
    if not refs:
        return ()
    held = mandates_in_force(on).filter(capacity__in=(CATALYST, PROGRAMME_MANAGER), person__ref__in=list(refs))
    return tuple(Person.objects.filter(pk__in=held.values("person_id"), erased_at=None).exclude(email=None))


def with_people(actors: Collection[str], on: date) -> frozenset[str]:
    """Which of these organisations have anybody who acts for them. One query."""
    return frozenset(_mandates(actors, on).values_list("organisation", flat=True))


def _mandates(actors: Collection[str], on: date) -> QuerySet[Mandate]:
    return mandates_in_force(on).filter(organisation__in=list(actors), capacity__in=(ADMINISTRATOR, EDITOR))
