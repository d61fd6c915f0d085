"""`/woorden/`: every word, what it means, and who says it otherwise."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from wortel.terms.domain.concept import Concept
from wortel.terms.domain.lens import Lens
from wortel.terms.pages.asking import asked_text
from wortel.terms.pages.choosing import choice
from wortel.terms.reference import terms
from wortel.terms.spoken_to import language_now, lens_in
from wortel.terms.wording import who_says


def words(request: HttpRequest) -> HttpResponse:
    """The words that mention `q`, or all of them: first those that audiences say differently, as a table."""
    language, lens, sought = language_now(), lens_in(request), asked_text(request)
    found = terms().found(sought, language)
    differing = [concept for concept in found if not concept.is_said_alike(language)]
    context = {
        "q": sought,
        "found": len(found),
        "audiences": [{"name": who_says(each), "is_yours": each is lens is not Lens.PLAIN} for each in Lens],
        "rows": [_row(concept, language) for concept in differing],
        "alike": [_line(concept, language, lens) for concept in found if concept not in differing],
        "choice": choice(request),
    }
    return render(request, "terms/words.html", context)


def _row(concept: Concept, language: str) -> dict[str, object]:
    plain, *others = (concept.word(lens, language).one for lens in Lens)
    return {"slug": concept.slug, "word": plain, "others": others}


def _line(concept: Concept, language: str, lens: Lens) -> dict[str, str]:
    return {
        "slug": concept.slug,
        "word": concept.word(lens, language).one,
        "definition": concept.definition(language),
    }
