"""`/organisaties/<ref>/vraag-en-aanbod/` and `/vraag-en-aanbod/mijn/`: what an organisation asks and offers."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.exchange.pages.finding import organisation
from wortel.exchange.pages.lines import Told, told_own
from wortel.exchange.permissions import may_see_own, may_write
from wortel.exchange.queries.own import own_counts, own_listings
from wortel.exchange.wording import say
from wortel.organisations.public import is_administrator, partners_of
from wortel.people.public import caller_of, organisation_tabs, permit
from wortel.shell import clock
from wortel.shell.paging import page_of

HERE = "exchange:mine"


def mine(request: HttpRequest, ref: str) -> HttpResponse:
    """Everything of the organisation: what waits first, then open, then the rest; paged."""
    on, caller = clock.today(), caller_of(request)
    permit(request, may_write(caller, ref), say)
    actor = organisation(ref)
    rows = own_listings(ref, on)
    administers = is_administrator(caller, ref)
    page = page_of(request, rows.count(), lambda offset, limit: list(rows[offset : offset + limit]))
    context = {
        "organisation": actor,
        "groups": _groups([told_own(row) for row in page.items], on),
        "page": page,
        "partners": partners_of(ref) if administers else (),
        "is_administrator": administers,
        "tabs": organisation_tabs(ref, HERE),
        "crumbs": [
            (_("Mijn organisaties"), reverse("organisations:mine")),
            (actor.name, reverse("actors:actor", args=[ref])),
        ],
    }
    return render(request, "exchange/mine.html", context)


def own(request: HttpRequest) -> HttpResponse:
    """The organisations this person acts for, with what stands and what waits; straight there when it is one."""
    caller = caller_of(request)
    permit(request, may_see_own(caller), say)
    if len(caller.organisations) == 1:
        return redirect(HERE, caller.organisations[0])
    return render(request, "exchange/own.html", {"organisations": own_counts(caller.organisations, clock.today())})


def _groups(lines: list[Told], on: date) -> list[tuple[str, list[Told]]]:
    """By what there is to do with it."""
    titles = {
        "awaiting": _("Wacht op jullie akkoord"),
        "draft": _("Ontwerpen"),
        "open": _("Staat open"),
        "paused": _("Op pauze"),
        "over": _("Voorbij of gesloten"),
    }
    groups: dict[str, list[Told]] = {key: [] for key in titles}
    for line in lines:
        is_over = line.row.state == "closed" or (line.row.state in ("open", "paused") and line.row.end_on <= on)
        groups["over" if is_over else line.row.state].append(line)
    return [(titles[key], lines) for key, lines in groups.items() if lines]
