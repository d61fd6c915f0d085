"""Asks people who have not signed in for long whether they still need their account; then erases who stays silent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext, override

from wortel.people.public import Person
from wortel.post.public import put_in_outbox
from wortel.privacy.actions.erase_person import CannotErase, erase_person
from wortel.privacy.inactivity import to_erase, to_remind
from wortel.shell.clock import BRUSSELS
from wortel.trail.public import By, leave, retention_rulebook


@dataclass(frozen=True, slots=True)
class Swept:
    """How many were written to, were erased, and stay because nobody could take over from them."""

    reminded: int
    erased: int
    kept: int


def sweep_inactive(by: By, at: datetime) -> Swept:
    """The daily round; each person in a transaction of their own. Doing it twice on one day changes nothing more."""
    on = at.astimezone(BRUSSELS).date()
    erased = kept = 0
    for ref in to_erase(on):
        try:
            erase_person(by, ref, why="inactive", at=at)
            erased += 1
        except CannotErase:
            kept += 1
    reminded = sum(_remind(by, ref, on, at) for ref in to_remind(on))
    return Swept(reminded, erased, kept)


def _remind(by: By, ref: str, on: date, at: datetime) -> bool:
    with transaction.atomic():
        person = Person.objects.select_for_update().get(ref=ref)
        if person.erased_at or person.reminded_on == on:
            return False
        if person.email:
            _mail(person, person.email, on, at)
        before, person.reminded_on = person.reminded_on, on
        person.save(update_fields=["reminded_on"])
        leave(
            by,
            "person.reminded",
            f"person:{ref}",
            at=at,
            before={"reminded_on": before},
            after={"reminded_on": on},
            about_person=ref,
        )
    return True


def _mail(person: Person, email: str, on: date, at: datetime) -> None:
    erased_on = on + timedelta(days=retention_rulebook().number("days_after_reminder", on))
    with override(person.language):
        text = render_to_string("privacy/inactive.txt", {"person": person, "erased_on": erased_on})
        subject = gettext("Gebruik je je account bij Wortel nog?")
    put_in_outbox(f"inactive:{person.ref}:{on}", "privacy", email, subject, text, at=at, person=person.ref)
