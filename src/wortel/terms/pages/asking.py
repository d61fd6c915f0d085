"""What an address of this room asks, cleaned."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.kernel.text import TextRefused, clean_text
from wortel.shell.problems import PageProblem, WayOut
from wortel.terms.domain.concept import Concept
from wortel.terms.reference import terms

LONGEST = 100


def asked_text(request: HttpRequest) -> str:
    """What to look for; empty when nothing. Raises `PageProblem` (422) for what no search can hold."""
    try:
        return clean_text(request.GET.get("q", ""), limit=LONGEST)
    except TextRefused as refused:
        raise PageProblem(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            _("Hier kunnen we niet op zoeken"),
            _("Typ een woord van hoogstens honderd tekens."),
            (WayOut(_("Alle woorden"), reverse("terms:words")),),
        ) from refused


def asked_concept(slug: str) -> Concept:
    """The concept of a definition page. Raises `PageProblem` (404)."""
    concept = terms().at(slug)
    if concept is None:
        raise PageProblem(
            HTTPStatus.NOT_FOUND,
            _("Dit woord staat niet in onze lijst"),
            _("Zoek het in de lijst van alle woorden. Mis je een woord? Meld het onderaan een van die pagina’s."),
            (WayOut(_("Alle woorden"), reverse("terms:words")),),
        )
    return concept
