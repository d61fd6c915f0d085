"""`/allianties/voorstellen/`: how the municipalities of a region could be grouped, in several ways side by side."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.alliances.domain.problem import LimitsUseless
from wortel.alliances.pages.asked import AskForm
from wortel.alliances.pages.shown import answer_sentence, shown
from wortel.alliances.pages.taking import proposals_export
from wortel.alliances.queries.asking import REGION, Question
from wortel.alliances.queries.beginnings import beginnings
from wortel.alliances.queries.proposals import Proposals, proposals
from wortel.alliances.rulebook import alliances_rulebook
from wortel.alliances.wording import say
from wortel.shell import clock
from wortel.shell.exports import asked_form, export_links, export_response
from wortel.territory.public import MapSheet, map_sheet, timeline


def proposing(request: HttpRequest) -> HttpResponseBase:
    """The form, and the answer when a place is asked. At most five statements; a region takes some seconds the first
    time, and is known after that. Raises `PageProblem` (422) for a file form we do not have.
    """
    today = clock.today()
    form = AskForm(request.GET, today)
    context: dict[str, Any] = {
        "form": form,
        "crumbs": [(_("Allianties"), "")],
        "rules": alliances_rulebook().rules,
        "regions": sorted((area.name, area.code) for area in timeline().areas_of_map(REGION, today)),
        "policy": form.policy,
    }
    status = HTTPStatus.OK
    if form.is_asked:
        try:
            found = proposals(form.question, today)
        except LimitsUseless as useless:
            context["refusal"], status = say(useless.reason), HTTPStatus.UNPROCESSABLE_ENTITY
        else:
            file = asked_form(request)
            if file:
                return export_response(proposals_export(found, clock.now()), file)
            context |= _answer(request, found)
    elif form.errors:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    region = form.cleaned_data.get("regio", "") if not form.errors else ""
    context["beginnings"] = beginnings(REGION if region else "", region)
    return render(request, "alliances/proposing.html", context, status=status)


def _answer(request: HttpRequest, found: Proposals) -> dict[str, Any]:
    today = clock.today()
    return {
        "found": found,
        "answer": answer_sentence(found),
        "alternatives": shown(found, _sheet(found), today),
        "export_links": export_links(request),
        "place": _place(found.question),
        "leaves_region": found.question.crosses,
        "no_ties": not found.problem.ties,
        "crumbs": [(_("Allianties"), reverse("alliances:proposing")), (_place(found.question), "")],
    }


def _place(question: Question) -> str:
    if question.region:
        return timeline().area(REGION, question.region).name
    return _("Rond %(names)s") % {"names": ", ".join(sorted(timeline().find(nis).name for nis in question.chosen))}


def _sheet(found: Proposals) -> MapSheet:
    """The map of the region; of all Flanders where groups cross its border or towns of several regions are asked."""
    today = clock.today()
    regions = {town.region for town in found.problem.towns if town.is_wanted}
    if found.question.crosses or len(regions) > 1:
        return _near(found, map_sheet(today, scheme=REGION))
    return map_sheet(today, scheme=REGION, area=min(regions))


def _near(found: Proposals, whole: MapSheet) -> MapSheet:
    """The part of the map around the towns of the alternatives, for the frame would be too wide."""
    grouped = {nis for each in found.alternatives for group in each.groups for nis in group.towns}
    by_nis = found.problem.by_nis
    kept = grouped | {beside for nis in grouped for beside in by_nis[nis].neighbours}
    points = [(shape.x, shape.y) for shape in whole.shapes if shape.nis in kept]
    west, east = min(x for x, _y in points) - EDGE, max(x for x, _y in points) + EDGE
    north, south = min(y for _x, y in points) - EDGE, max(y for _x, y in points) + EDGE
    shapes = tuple(shape for shape in whole.shapes if shape.nis in kept)
    view_box = f"{west} {north} {east - west} {south - north}"
    return MapSheet(view_box, shapes, whole.borders, whole.is_schematic, whole.source)


EDGE = 60
"""Around the middles of the outermost municipalities, in units of the map."""
