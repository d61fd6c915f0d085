"""`/gemeenten/zoek`: a municipality by any of its names; one certain hit leads straight to its page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from wortel.atlas.domain.finding import LONGEST_QUESTION, Finder, Fit, Found
from wortel.atlas.finder import finder
from wortel.atlas.wording import found_by
from wortel.shell import clock

SUGGESTIONS = 8
RESULTS = 30


def search(request: HttpRequest) -> HttpResponse:
    """The plain form's answer: the municipality's page when there is one exact hit, else a list."""
    question = request.GET.get("q", "").strip()[:LONGEST_QUESTION]
    found = _finder().find(question, RESULTS)
    exact = [hit for hit in found if hit.fit is Fit.EXACT]
    if len(exact) == 1:
        return redirect("atlas:municipality", nis=exact[0].nis)
    context = {
        "q": question,
        "results": [_result(hit) for hit in found],
        "only_guesses": bool(found) and all(hit.fit is Fit.TYPING_ERROR for hit in found),
        "crumbs": [(gettext("Gemeenten"), reverse("atlas:municipalities")), (gettext("Zoeken"), "")],
    }
    return render(request, "atlas/search.html", context)


def suggest(request: HttpRequest) -> JsonResponse:
    """What the type-ahead shows while someone types."""
    question = request.GET.get("q", "").strip()[:LONGEST_QUESTION]
    results = [_result(hit) for hit in _finder().find(question, SUGGESTIONS)]
    count = len(results)
    summary = ngettext("%(count)s gemeente gevonden", "%(count)s gemeenten gevonden", count) % {"count": count}
    return JsonResponse({"results": results, "summary": summary})


def _finder() -> Finder:
    return finder(clock.today())


def _result(hit: Found) -> dict[str, str]:
    return {"name": hit.name, "note": found_by(hit), "url": reverse("atlas:municipality", args=[hit.nis])}
