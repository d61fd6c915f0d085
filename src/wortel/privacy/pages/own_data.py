"""`/mijn/gegevens/`: what is held of you, and the file with all of it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wortel.people.public import Person, caller_of, confirmed_recently, permit
from wortel.privacy.export import FILE_NAME, as_json, export_of
from wortel.privacy.permissions import may_see_own_data
from wortel.privacy.queries import held_of
from wortel.privacy.sole import erasure_verdict
from wortel.privacy.subject import Subject, subject_of
from wortel.privacy.wording import say
from wortel.shell import clock


def mine(request: HttpRequest) -> HttpResponse:
    """How much is held in which list, and why. One query a table."""
    person = asked_person(request)
    verdict = erasure_verdict(person, clock.today())
    context = {
        "person": person,
        "lists": [
            {"what": _(found.held.what), "purpose": _(found.held.purpose), "kept": _(found.held.kept), "rows": count}
            for found in held_of(subject_of(person))
            if (count := len(found.rows))
        ],
        "hindrance": "" if verdict else say(verdict.reason),
    }
    return render(request, "privacy/mine.html", context)


@confirmed_recently
def download(request: HttpRequest) -> HttpResponse:
    """Everything held of you, as JSON. Asks to sign in again when that is long ago."""
    subject: Subject = subject_of(asked_person(request))
    answer = HttpResponse(as_json(export_of(subject, clock.now())), content_type="application/json; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{FILE_NAME}"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def asked_person(request: HttpRequest) -> Person:
    """Who is signed in. Raises `PageProblem` for a stranger."""
    caller = caller_of(request)
    permit(request, may_see_own_data(caller), say)
    person: Person = Person.objects.get(ref=caller.person)
    return person
