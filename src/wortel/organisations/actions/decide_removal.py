"""Decides on a request to take a whole profile away."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from wortel.organisations.actions.withdraw_own import withdraw_own
from wortel.organisations.models import Removal
from wortel.people.public import Person
from wortel.post.public import put_in_outbox
from wortel.trail.public import By, leave


class RemovalNotOpen(ValueError):
    """The request was decided before, or there is none."""


def decide_removal(by: By, ref: str, granted: bool, answer: str, at: datetime) -> Removal:
    """Closes the request with an answer. Granted: all the organisation said itself goes, with its partners.

    Registers keep speaking: their rows are taken out where they came in, by an import. Raises `RemovalNotOpen`.
    """
    with transaction.atomic():
        asked = Removal.objects.select_for_update().filter(ref=ref, decided_at=None).first()
        if asked is None:
            raise RemovalNotOpen(ref)
        asked.decided_at, asked.decided_by, asked.is_granted, asked.answer = at, by.person, granted, answer
        asked.save(update_fields=["decided_at", "decided_by", "is_granted", "answer"])
        _mail(asked, at)
        if granted:
            withdraw_own(by, asked.actor, at)
        after = {"granted": granted, "answer": answer}
        leave(
            by,
            "removal.decided",
            f"removal:{ref}",
            at=at,
            after=after,
            concerns=asked.actor,
            about_person=asked.person,
        )
    return asked


def _mail(asked: Removal, at: datetime) -> None:
    person = Person.objects.filter(ref=asked.person).first()
    if person is None or not person.email:
        return
    with override(person.language):
        subject = _("Antwoord op je vraag om een profiel weg te halen")
        text = render_to_string("organisations/mail/removal.txt", {"asked": asked})
    put_in_outbox(f"removal:{asked.ref}:decided", "claim", person.email, subject, text, at=at, person=person.ref)
