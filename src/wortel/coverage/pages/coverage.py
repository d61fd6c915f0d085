"""`/dekking/`: which municipalities were reached in a year, on the map of any day, and who says so."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from wortel.coverage.beside import figures_beside
from wortel.coverage.domain.deciding import State
from wortel.coverage.domain.mapping import CoverageMap, total_of, totals
from wortel.coverage.domain.projection import map_day
from wortel.coverage.pages.asked import Asked, asked_coverage, changed
from wortel.coverage.pages.choices import choices
from wortel.coverage.pages.doors import Doors
from wortel.coverage.pages.lists import change_lists, lists_by_state
from wortel.coverage.pages.taking_along import coverage_export, totals_export
from wortel.coverage.queries import newest_full_year, years_with_evidence
from wortel.coverage.reports import coverage_on_maps
from wortel.coverage.tables import Comparison
from wortel.coverage.wording import say_state, say_status
from wortel.shell import clock
from wortel.shell.exports import asked_form, export_links, export_response
from wortel.territory.public import Mark, map_picture, map_sheet, timeline

REGIONS_SINCE = date(2022, 2, 4)  # first day on which the reference regions are known (Flemish government's draft note)


def coverage(request: HttpRequest) -> HttpResponseBase:
    """The page, or one of its tables as a file. Three queries: the years, their tallies, which boundaries to draw.

    Raises `PageProblem` (404, 422).
    """
    today = clock.today()
    known = years_with_evidence()
    asked = asked_coverage(request, newest_full_year(known, today), today)
    then = map_day(timeline(), asked.year)
    questions = [(asked.year, asked.on), (asked.year, then)]
    questions += [(asked.against, asked.on)] if asked.against else []
    found = coverage_on_maps(questions)
    shown = found[asked.year, asked.on]
    against = Comparison.between(found[asked.against, asked.on], shown) if asked.against else None
    fictional = any(row.fictional for row in known)
    form = asked_form(request)
    if form:
        make = totals_export if request.GET.get("tabel") == "totalen" else coverage_export
        return export_response(make(shown, asked, against, fictional=fictional), form)
    doors = Doors.of(shown)
    said = next((row for row in known if row.year == asked.year), None)
    context = {
        "asked": asked,
        "today": today,
        "statements": said.statements if said else 0,
        "whole": total_of("", "", shown.municipalities),
        "whole_share": shown.count(State.REACHED) / len(shown.municipalities),
        "said": said,
        "picture": _picture(shown, asked, doors),
        "states": lists_by_state(shown, doors),
        "changes": change_lists(against, doors) if against else None,
        "rule": shown.rule,
        "statuses": [say_status(status) for status in sorted(shown.rule.qualifying, reverse=True)],
        "export_links": export_links(request),
        "evidence_url": reverse("coverage:evidence_list") + f"?jaar={asked.year}",
        **choices(request, asked, today, {row.year for row in known}),
        **_totals(request, shown, asked),
        **_published(shown, found[asked.year, then], then),
    }
    return render(request, "coverage/coverage.html", context)


def _picture(shown: CoverageMap, asked: Asked, doors: Doors) -> Any:
    words = {state: say_state(state) for state in State}
    marks = {
        place.nis: Mark(place.state.value, words[place.state], doors.municipality(place.nis))
        for place in shown.municipalities
    }
    title = gettext("Kaart van Vlaanderen: welke gemeenten bereikt zijn in %(year)s") % {"year": asked.year}
    return map_picture(map_sheet(asked.on, scheme=asked.scheme), title, marks)


def _totals(request: HttpRequest, shown: CoverageMap, asked: Asked) -> dict[str, Any]:
    rows = totals(shown, timeline(), asked.scheme)
    page = "atlas:region" if asked.scheme == "referentieregio" else "atlas:province"
    links = [f"?tabel=totalen&{link.url[1:]}" for link in export_links(request)]
    return {
        "totals": [
            {"total": row, "share": row.reached / row.total, "url": reverse(page, args=[row.code]) if row.code else ""}
            for row in rows
        ],
        "totals_links": [
            {"label": link.label, "url": url} for link, url in zip(export_links(request), links, strict=True)
        ],
        "other_scheme_url": changed(
            request, indeling="provincie" if asked.scheme == "referentieregio" else "referentieregio"
        )
        + "#totalen",
        "regions_are_younger": asked.scheme == "referentieregio" and asked.on < REGIONS_SINCE,
    }


def _published(shown: CoverageMap, then: CoverageMap, then_on: date) -> dict[str, Any]:
    reached, others = figures_beside(shown, then)
    return {
        "published": reached,
        "published_others": others,
        "then_total": len(then.municipalities),
        "is_own_map": len(then.municipalities) == len(shown.municipalities),
        "then_on": then_on,
    }
