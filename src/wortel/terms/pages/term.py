"""`/woorden/<woord>/`: what it means, how each audience calls it, where the word comes from."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.terms.domain.concept import LANGUAGES, Concept
from wortel.terms.domain.lens import Lens
from wortel.terms.pages.asking import asked_concept
from wortel.terms.pages.choosing import choice
from wortel.terms.reference import terms
from wortel.terms.spoken_to import language_now, lens_in
from wortel.terms.wording import who_says


def term(request: HttpRequest, slug: str) -> HttpResponse:
    """The definition page. Raises `PageProblem` (404)."""
    concept, language, lens = asked_concept(slug), language_now(), lens_in(request)
    word = concept.word(lens, language).one
    context = {
        "slug": concept.slug,
        "word": word,
        "plain": _plain(concept, language, word),
        "definition": concept.definition(language),
        "audiences": _audiences(concept, language, lens),
        "elsewhere": _elsewhere(concept, language),
        "origin": concept.origin,
        "origin_name": concept.origin.name(language),
        "place": concept.place[language],
        "see_also": [_link(terms().concept(key), language, lens) for key in concept.see_also],
        "used_on": [{"url": reverse(page.address), "name": page.name(language)} for page in concept.used_on],
        "choice": choice(request),
        "crumbs": [(_("Woorden"), reverse("terms:words")), (word, "")],
    }
    return render(request, "terms/term.html", context)


def _plain(concept: Concept, language: str, word: str) -> str:
    """The plain word, when the visitor reads another."""
    plain = concept.word(Lens.PLAIN, language).one
    return "" if plain == word else plain


def _audiences(concept: Concept, language: str, here: Lens) -> list[dict[str, object]]:
    if concept.is_said_alike(language):
        return []
    return [
        {
            "name": who_says(lens),
            "word": concept.word(lens, language),
            "is_ours": lens in concept.own_choice,
            "is_yours": lens is here is not Lens.PLAIN,
        }
        for lens in Lens
    ]


def _elsewhere(concept: Concept, language: str) -> list[tuple[str, str]]:
    """The plain word in the other languages, by the code of the language."""
    return [(other, concept.word(Lens.PLAIN, other).one) for other in LANGUAGES if other != language]


def _link(concept: Concept, language: str, lens: Lens) -> dict[str, str]:
    return {"slug": concept.slug, "word": concept.word(lens, language).one}
