"""Lets go of the invented people; what they did stays in the trail."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.people.public import Mandate, Person
from wortel.trail.public import By, leave


def forget_people(by: By, at: datetime) -> int:
    """How many there were."""
    with transaction.atomic():
        invented = Person.objects.filter(is_fictional=True)
        Mandate.objects.filter(person__in=invented).delete()
        gone = len(invented)
        for person in invented:
            person.delete()
        if gone:
            leave(by, "demo.people_forgotten", "demo:people", at=at, before={"people": gone})
    return gone
