"""`/vraag-en-aanbod/`: what is asked and what is offered, with facets, near a place, and the same as a file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wortel.actors.public import holds_fictional
from wortel.exchange.links import SIDE_WORDS
from wortel.exchange.pages.asking import RADII, Question, read_question
from wortel.exchange.pages.choosing import chosen_links, facet_groups, orders
from wortel.exchange.pages.lines import place_of, told
from wortel.exchange.queries.found import SIDE, Found, Line, found, lines
from wortel.exchange.queries.listings import readable
from wortel.exchange.wording import kind_label, theme_label
from wortel.people.public import caller_of
from wortel.shell import clock
from wortel.shell.exports import Cell, Export, asked_form, export_links, export_response, yes_or_no
from wortel.shell.formats import number
from wortel.shell.paging import page_of

COLUMNS = (
    "ref", "kant", "soort", "titel", "organisatie", "organisatie_ref", "themas", "leeftijd_van", "leeftijd_tot",
    "aantal", "eerste_dag", "laatste_dag", "gemeente_nis", "plaats", "afstand_km", "bereik_km", "dringend", "fictief",
    "adres",
)  # fmt: skip
_AT_ONCE = 500


def listing_list(request: HttpRequest) -> HttpResponseBase:
    """The list, or as a file when the address asks for one. Raises `PageProblem` (404, 422)."""
    on = clock.today()
    question = read_question(request, on)
    form = asked_form(request)
    answer = found(question.asked, readable(caller_of(request), on), on)
    if form:
        return export_response(_export(request, question, answer, clock.now()), form)
    context = {
        "question": question,
        "found": answer,
        "sentence": _sentence(question, answer),
        "facets": facet_groups(request, question, answer, on),
        "chosen": chosen_links(request, question, on),
        "orders": orders(request, question),
        "kept": _kept(request),
        "radii": RADII,
        "export_links": export_links(request),
        "clear_url": reverse("exchange:list"),
        "page": page_of(request, answer.total, lambda offset, limit: [told(it) for it in answer.page(offset, limit)]),
    }
    return render(request, "exchange/list.html", context)


def _sentence(question: Question, answer: Found) -> str:
    n = answer.total
    if n == 0:
        if question.asked.narrows:
            return _("Niets in de lijst past bij wat je zoekt.")
        return _("Er staat nog niets open. Wie iets zoekt of biedt, zet het hier.")
    if question.asked.narrows:
        text = ngettext("%(n)s vraag of aanbod past bij wat je zoekt.", "%(n)s vragen en aanbiedingen passen.", n)
        return text % {"n": number(n)}
    asked, offered = answer.counts[SIDE]["need"], answer.counts[SIDE]["offer"]
    return _(
        "Scholen, bedrijven en verenigingen vragen nu %(asked)s keer iets en bieden %(offered)s keer iets aan."
    ) % {
        "asked": number(asked),
        "offered": number(offered),
    }


def _kept(request: HttpRequest) -> list[tuple[str, str]]:
    """What the search form carries along unseen."""
    seen = {"q", "bij", "straal", "pagina", "vorm", "orde"}
    return [(name, value) for name, values in request.GET.lists() if name not in seen for value in values if value]


def _export(request: HttpRequest, question: Question, answer: Found, at: datetime) -> Export:
    filters = [choice.label for choice in chosen_links(request, question, clock.today())]
    return Export(
        name=f"vraag-en-aanbod-{at.date().isoformat()}",
        title=_("Vraag en aanbod"),
        columns=COLUMNS,
        rows=_rows(request, answer),
        made_at=at,
        remarks=(
            _("Gefilterd op: %(filters)s") % {"filters": "; ".join(filters)} if filters else _("Alles wat openstaat"),
            _("leeftijd_tot is de eerste leeftijd die niet meer meetelt. Afstand en bereik zijn in vogelvlucht."),
        ),
        fictional=holds_fictional(),
    )


def _rows(request: HttpRequest, answer: Found) -> Iterator[list[Cell]]:
    for start in range(0, answer.total, _AT_ONCE):
        for line in lines(answer.ids[start : start + _AT_ONCE]):
            yield _row(request, line)


def _row(request: HttpRequest, line: Line) -> list[Cell]:
    row = line.row
    return [
        row.ref, SIDE_WORDS[row.side], kind_label(row.kind), row.title,
        line.actor.name if line.actor else "", row.actor,
        "; ".join(map(theme_label, row.themes)), row.age_from, row.age_to, row.quantity, row.first_on, row.last_day,
        row.nis, place_of(row), None if line.km is None else round(line.km, 1), row.range_km,
        yes_or_no(row.is_urgent), yes_or_no(row.is_fictional),
        request.build_absolute_uri(reverse("exchange:listing", args=[row.ref])),
    ]  # fmt: skip
