"""Gives a person another name."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.people.models import Person
from wortel.trail.public import By, leave


def rename_person(by: By, person: Person, name: str, at: datetime) -> None:
    """The name colleagues see; nothing is written when it stays the same."""
    with transaction.atomic():
        locked = Person.objects.select_for_update().get(pk=person.pk)
        before, person.name = locked.name, name
        if before == name:
            return
        locked.name = name
        locked.save(update_fields=["name"])
        leave(
            by,
            "person.renamed",
            f"person:{person.ref}",
            at=at,
            before={"name": before},
            after={"name": name},
            about_person=person.ref,
        )
