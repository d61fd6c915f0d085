"""`/regios/`: the reference regions and the provinces, side by side."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from wortel.atlas.asking import asked_year
from wortel.atlas.coverage_here import coverage_of_year, marks, newest_full_year
from wortel.atlas.region_view import area_rows
from wortel.shell import clock
from wortel.territory.public import map_picture, map_sheet


def regions(request: HttpRequest) -> HttpResponse:
    """Both divisions with their totals, on today's map."""
    today = clock.today()
    year = asked_year(request, newest_full_year(today), today)
    coverage = coverage_of_year(year, today)
    title = gettext("Kaart van de referentieregio’s, met de dekking in %(year)s") % {"year": year}
    context = {
        "year": year,
        "picture": map_picture(map_sheet(today, scheme="referentieregio"), title, marks(coverage)),
        "tables": [
            {
                "title": gettext("Referentieregio’s"),
                "page": "atlas:region",
                "rows": area_rows("referentieregio", coverage, today),
            },
            {"title": gettext("Provincies"), "page": "atlas:province", "rows": area_rows("provincie", coverage, today)},
        ],
    }
    return render(request, "atlas/regions.html", context)
