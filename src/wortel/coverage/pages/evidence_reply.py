"""`/dekking/bewijs/<ref>/betwist/`: anyone may dispute or correct a statement."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext

from wortel.coverage.pages.evidence_item import asked_evidence, target_key
from wortel.coverage.pages.statements import title_of
from wortel.replies.public import Target, reply_page
from wortel.shell.middleware import takes_form


@takes_form
def evidence_reply(request: HttpRequest, ref: str) -> HttpResponse:
    """The form, and what comes back from it. Raises `PageProblem` (404)."""
    item, _ = asked_evidence(ref)
    label = gettext("%(title)s (%(place)s, %(year)s)") % {
        "title": title_of(item),
        "place": item.municipality,
        "year": item.year,
    }
    path = reverse("coverage:evidence", args=[item.ref])
    target = Target(target_key(item.ref), label[:320], path, nis=item.nis)
    return reply_page(request, target, request.GET.get("soort", "dispute"))
