"""`/cijfers/vraag-en-aanbod/keuzes/`: what the engine proposed against what people chose, and what follows from it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.introductions.domain.choices import Compared, Comparison
from wortel.introductions.pages.region_here import year_asked, year_links
from wortel.introductions.permissions_desk import may_run_everywhere
from wortel.introductions.queries.chosen import comparison_of_year
from wortel.introductions.queries.desk import is_all_fiction
from wortel.introductions.wording_measures import criterion_label, rulebook_lines, say_compared, share
from wortel.introductions.wording_runs import say_run
from wortel.people.public import caller_of, permit
from wortel.shell import clock


def comparison(request: HttpRequest) -> HttpResponse:
    """The comparison of a year. It changes nothing: the lines for the rulebook are there to be read and decided on."""
    permit(request, may_run_everywhere(caller_of(request)), say_run)
    at = clock.now()
    year = year_asked(request, at.date())
    is_fiction = is_all_fiction()
    found = comparison_of_year(year, at, is_fictional=is_fiction)
    context = {
        "found": found,
        "year": year,
        "years": year_links(request, year, at.date()),
        "sentence": say_compared(found),
        "rows": [_row(it, found) for it in found.criteria],
        "lines": rulebook_lines(found, at.date()) if found.changes else "",
        "is_fictional": is_fiction,
        "crumbs": [
            (_("Vraag en aanbod"), reverse("exchange:list")),
            (_("Cijfers"), reverse("introductions:measures_flanders")),
            (_("Voorgesteld en gekozen"), ""),
        ],
    }
    return render(request, "introductions/measures/comparison.html", context)


def _row(it: Compared, found: Comparison) -> dict[str, Any]:
    return {
        "label": criterion_label(it.name),
        "taken": share(it.taken),
        "refused": share(it.not_taken),
        "by_hand": share(it.by_hand),
        "effect": it.effect,
        "low": it.low,
        "high": it.high,
        "weight": found.weights[it.name],
        "advice": found.advice[it.name] if found.advice else None,
    }
