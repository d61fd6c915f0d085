"""Settles the invented people in the demo world, each with the mandate of their part."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.demo.domain.people import PEOPLE
from wortel.intake.public import subjects_of
from wortel.people.public import Person, Scope, give_mandate
from wortel.trail.public import By, leave


def settle_people(by: By, at: datetime) -> int:
    """How many were new. Whose organisation is not in this world gets no mandate."""
    actors = subjects_of("actors", [part.actor for part in PEOPLE if part.actor])
    with transaction.atomic():
        known = {person.ref: person for person in Person.objects.filter(ref__in=[part.ref for part in PEOPLE])}
        newcomers = [part for part in PEOPLE if part.ref not in known]
        for part in newcomers:
            known[part.ref] = Person.objects.create(
                ref=part.ref, name=part.name, email=part.email, is_fictional=True, joined_at=at
            )
        for part in PEOPLE:
            if part.capacity and (not part.actor or part.actor in actors):
                scope = Scope(actors.get(part.actor, ""), part.scheme, part.area)
                give_mandate(by, known[part.ref], part.capacity, scope, ground="command", at=at)
        if newcomers:
            leave(by, "demo.people_settled", "demo:people", at=at, after={"people": len(newcomers)})
    return len(newcomers)
