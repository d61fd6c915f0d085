"""`/woorden/<woord>/reageer/`: right of reply on what a word is said to mean."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from wortel.replies.public import Target, reply_page
from wortel.shell.middleware import takes_form
from wortel.terms.public import Lens, asked_concept, language_now


@takes_form
def word_reply(request: HttpRequest, slug: str) -> HttpResponse:
    """The form, and what comes back from it. Raises `PageProblem` (404) for a word that is not in the list."""
    concept = asked_concept(slug)
    path = reverse("terms:term", args=[concept.slug])
    label = concept.word(Lens.PLAIN, language_now()).one
    return reply_page(request, Target(f"term:{concept.key}", label, path, ("correction",)), "correction")
