"""What the one who signs an action may do at this very moment, inside its transaction."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from wortel.kernel.verdict import Verdict
from wortel.people.domain.caller import Caller
from wortel.people.models import Person
from wortel.people.queries import held_mandates
from wortel.shell.clock import BRUSSELS
from wortel.trail.public import By


def ask_signer(by: By, at: datetime, may: Callable[[Caller], Verdict]) -> Verdict:
    """The verdict on who signs, with the mandates that stand now: one taken back a second ago counts no more.

    Who works at the machine itself (a command, the worker) holds no mandate and is not asked. The second factor belongs
    to the session, so the page asked for it before. Costs two queries.
    """
    if not by.person:
        return Verdict.yes("people.at_the_machine")
    person = Person.objects.filter(ref=by.person, is_active=True).only("pk").first()
    held = held_mandates(person.pk, at.astimezone(BRUSSELS).date()) if person else ()
    return may(Caller(person=by.person, mandates=held, is_strong=True))
