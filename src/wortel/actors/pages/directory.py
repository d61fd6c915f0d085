"""`/actoren/`: search on top, facets beside, a list or a map of exactly what answers, and the same as a file."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wortel.actors.pages.asking import RADII, Question, read_question
from wortel.actors.pages.lines import line
from wortel.actors.pages.listing import chosen_links, facet_groups, orders
from wortel.actors.pages.map_view import map_of
from wortel.actors.pages.taking import export_of
from wortel.actors.queries.directory import Directory
from wortel.actors.queries.directory import directory as answer
from wortel.actors.queries.sources import source_names
from wortel.shell import clock
from wortel.shell.address import with_one, without
from wortel.shell.choices import Choice
from wortel.shell.exports import asked_form, export_links, export_response
from wortel.shell.formats import number
from wortel.shell.paging import page_of


def directory(request: HttpRequest, form: str = "") -> HttpResponseBase:
    """The directory, or as a file when the address asks for one. Raises `PageProblem` (404, 422)."""
    sources = source_names()
    question = read_question(request, sources, clock.today())
    form = asked_form(request) or form
    if form:
        return export_response(export_of(request, question, sources, clock.now()), form)
    found = answer(question.asked)
    context = {
        "question": question,
        "found": found,
        "sentence": _sentence(found, question),
        "facets": facet_groups(request, question, found.counted, sources),
        "chosen": chosen_links(request, question, sources),
        "orders": orders(request, question),
        "views": _views(request, question),
        "layouts": _layouts(request, question),
        "kept": _kept(request),
        "radii": RADII,
        "export_links": export_links(request),
        "clear_url": reverse("actors:directory"),
        **_results(request, question, found),
    }
    return render(request, "actors/directory.html", context)


def _results(request: HttpRequest, question: Question, found: Directory) -> dict[str, Any]:
    if question.view == "kaart":
        return {"map": map_of(request, question, found.query, clock.today())}
    page = page_of(request, found.total, lambda offset, limit: [line(row) for row in found.page(offset, limit)])
    return {"page": page}


def _sentence(found: Directory, question: Question) -> str:
    """How many answer, in words."""
    asked, n = question.asked, found.total
    if n == 0:
        return _("Niemand in de lijst past bij deze vraag.")
    if asked.near:
        text = ngettext(
            "Binnen %(km)s km van %(place)s is er %(n)s actor.",
            "Binnen %(km)s km van %(place)s zijn er %(n)s actoren.",
            n,
        )
        return text % {"n": number(n), "km": question.radius, "place": asked.near.label}
    if question.municipality:
        text = ngettext("In %(place)s is er %(n)s actor.", "In %(place)s zijn er %(n)s actoren.", n)
        return text % {"n": number(n), "place": question.municipality}
    if asked.narrows:
        return ngettext("%(n)s actor past bij je vraag.", "%(n)s actoren passen bij je vraag.", n) % {"n": number(n)}
    text = ngettext(
        "We kennen %(n)s actor die met STEM te maken heeft of kan hebben.",
        "We kennen %(n)s actoren die met STEM te maken hebben of kunnen hebben.",
        n,
    )
    return text % {"n": number(n)}


def _views(request: HttpRequest, question: Question) -> list[Choice]:
    now = question.view
    return [
        Choice(_("Lijst"), without(request, "weergave"), now == "lijst"),
        Choice(_("Kaart"), with_one(request, "weergave", "kaart"), now == "kaart"),
    ]


def _layouts(request: HttpRequest, question: Question) -> list[Choice]:
    """The two views of the same actors; a choice made in one has no meaning in the other."""
    return [
        Choice(_("vijf sectoren"), without(request, "indeling", "o"), question.layout == "helix"),
        Choice(_("vier O’s"), _with_o(request), question.layout == "o"),
    ]


def _with_o(request: HttpRequest) -> str:
    query = request.GET.copy()
    for name in ("sector", "pagina", "vorm"):
        query.pop(name, None)
    query["indeling"] = "o"
    return f"{request.path}?{query.urlencode()}"


def _kept(request: HttpRequest) -> list[tuple[str, str]]:
    """What the search form carries along unseen."""
    seen = {"q", "bij", "straal", "pagina", "vorm", "orde"}
    return [(name, value) for name, values in request.GET.lists() if name not in seen for value in values if value]
