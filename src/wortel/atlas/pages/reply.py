"""`/gemeenten/<nis>/reageer/`: right of reply on what a municipality's page says."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from wortel.atlas.asking import asked_municipality
from wortel.replies.public import Target, reply_page
from wortel.shell.middleware import takes_form


@takes_form
def reply(request: HttpRequest, nis: str) -> HttpResponse:
    """The form, and what comes back from it. Raises `PageProblem` (404) for a code that never stood."""
    place = asked_municipality(nis)
    path = reverse("atlas:municipality", args=[place.nis])
    target = Target(f"municipality:{place.nis}", place.name, path, nis=place.nis)
    return reply_page(request, target, request.GET.get("soort", "correction"))
