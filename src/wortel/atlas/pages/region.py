"""`/regios/<code>/` and `/provincies/<code>/`: one area, its municipalities, who is there and who is missing."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from wortel.atlas.actors_here import sectors_in
from wortel.atlas.asking import asked_area, asked_year
from wortel.atlas.coverage_here import counted, coverage_of_year, coverage_url, marks, newest_full_year
from wortel.atlas.region_view import area_portrait
from wortel.atlas.wording import actors_sentence
from wortel.shell import clock
from wortel.shell.problems import PageProblem, WayOut
from wortel.territory.public import map_picture, map_sheet


def region(request: HttpRequest, code: str) -> HttpResponse:
    """A reference region."""
    return _page(request, "referentieregio", code, gettext("Referentieregio"))


def province(request: HttpRequest, code: str) -> HttpResponse:
    """A province."""
    return _page(request, "provincie", code, gettext("Provincie"))


def _page(request: HttpRequest, scheme: str, code: str, kind: str) -> HttpResponse:
    today = clock.today()
    year = asked_year(request, newest_full_year(today), today)
    area = asked_area(scheme, code)
    coverage = coverage_of_year(year, today)
    about = area_portrait(area, coverage, today)
    if not about.rows:
        raise PageProblem(
            HTTPStatus.NOT_FOUND,
            gettext("Dit gebied bestaat vandaag niet meer"),
            gettext("Op de kaart van vandaag ligt er geen enkele gemeente in."),
            (WayOut(gettext("Alle regio’s en provincies"), reverse("atlas:regions")),),
        )
    title = gettext("Kaart van %(name)s, met de dekking in %(year)s") % {"name": area.name, "year": year}
    sectors = sectors_in(scheme, code)
    actors = sum(row.count for row in sectors)
    context: dict[str, Any] = {
        "about": about,
        "kind": kind,
        "year": year,
        "counts": counted(coverage, [row.nis for row in about.rows]),
        "picture": map_picture(map_sheet(today, scheme=scheme, area=code), title, marks(coverage)),
        "coverage_url": coverage_url(year),
        "desk_url": reverse("introductions:desk", args=[code]) if scheme == "referentieregio" else "",
        "sectors": sectors,
        "actors": actors,
        "actors_sentence": actors_sentence(actors, [row.label for row in sectors if not row.count]),
        "crumbs": [(gettext("Regio’s en provincies"), reverse("atlas:regions")), (area.name, "")],
    }
    return render(request, "atlas/region.html", context)
