"""What several pages about mandates need of the request."""

from __future__ import annotations

from http import HTTPStatus

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from wortel.people.models import Person
from wortel.people.providers import organisation_names
from wortel.shell.problems import PageProblem


def name_of(organisation: str) -> str:
    """What the organisation is called. Raises `Http404` when there is none."""
    found = organisation_names([organisation]).get(organisation, "")
    if not found:
        raise Http404
    return found


def person_of(request: HttpRequest) -> Person:
    """The person signed in; a page asks for this only after its gate."""
    person = request.user
    if not isinstance(person, Person):
        raise Http404
    return person


def no_such_button() -> PageProblem:
    """A form sent back with a button that is not on it."""
    return PageProblem(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        _("Deze knop kennen we niet"),
        _("Er is niets veranderd. Ga terug en kies een knop op de pagina."),
    )
