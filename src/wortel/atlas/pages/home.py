"""`/`: one search box, the map of Flanders, three doors."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from wortel.atlas.asking import asked_year
from wortel.atlas.coverage_here import counted, coverage_of_year, coverage_url, marks, newest_full_year
from wortel.atlas.doors import doors
from wortel.atlas.news import newest
from wortel.atlas.place_names import place_names
from wortel.coverage.public import FIRST_RULED_YEAR
from wortel.shell import clock
from wortel.territory.public import map_picture, map_sheet

YEARS_SHOWN = 8


def home(request: HttpRequest) -> HttpResponse:
    """The home page. Three queries: which years are known, the tally of the year, which boundaries to draw."""
    today = clock.today()
    year = asked_year(request, newest_full_year(today), today)
    coverage = coverage_of_year(year, today)
    sheet = map_sheet(today)
    title = gettext("Kaart van Vlaanderen: welke gemeenten bereikt zijn in %(year)s") % {"year": year}
    context = {
        "year": year,
        "years": _years(year, today),
        "counts": counted(coverage),
        "picture": map_picture(sheet, title, marks(coverage), dots=place_names(sheet, today)),
        "coverage_url": coverage_url(year),
        "doors": doors(),
        "news": newest(today),
    }
    return render(request, "atlas/home.html", context)


def _years(year: int, today: date) -> list[dict[str, object]]:
    first = max(FIRST_RULED_YEAR, today.year - YEARS_SHOWN + 1)
    shown = sorted({year, *range(first, today.year + 1)})
    return [{"year": each, "url": f"{reverse('atlas:home')}?jaar={each}#kaart", "here": each == year} for each in shown]
