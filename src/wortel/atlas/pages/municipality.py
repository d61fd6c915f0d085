"""`/gemeenten/<nis>/`: one municipality, also one that is gone."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from wortel.atlas.actors_here import sectors_of
from wortel.atlas.asking import asked_municipality
from wortel.atlas.coverage_here import YearMark, newest_full_year, strip
from wortel.atlas.portrait import Portrait, portrait
from wortel.atlas.wording import actors_sentence, level_name, merger_sentence, source_name
from wortel.coverage.public import FIRST_RULED_YEAR, say_state
from wortel.shell import clock
from wortel.territory.domain.statistics import Figure
from wortel.territory.public import MapPicture, Mark, map_picture, map_sheet


def municipality(request: HttpRequest, nis: str) -> HttpResponse:
    """The page of a code that ever stood. Raises `PageProblem` (404) for any other code."""
    today = clock.today()
    about = portrait(asked_municipality(nis), today)
    years = strip(nis, about.on, min(about.on.year, today.year)) if about.on.year >= FIRST_RULED_YEAR else ()
    shown = min(newest_full_year(today), about.on.year)
    sectors = sectors_of(nis) if about.stands else ()
    actors = sum(row.count for row in sectors)
    context = {
        "about": about,
        "nis": nis,
        "years": years,
        "now": _of_year(years, shown),
        "mergers": [merger_sentence(merger) for merger in about.mergers],
        "figures": _figures(about),
        "picture": _picture(about, years, shown),
        "sectors": sectors,
        "actors": actors,
        "actors_sentence": actors_sentence(actors, [row.label for row in sectors if not row.count]),
        "crumbs": _crumbs(about),
        "reply_url": reverse("atlas:reply", args=[nis]),
    }
    return render(request, "atlas/municipality.html", context)


def _crumbs(about: Portrait) -> list[tuple[str, str]]:
    crumbs = [(gettext("Gemeenten"), reverse("atlas:municipalities"))]
    if about.region:
        crumbs.append((about.region.name, reverse("atlas:region", args=[about.region.code])))
    return [*crumbs, (about.place.name, "")]


def _of_year(years: tuple[YearMark, ...], year: int) -> YearMark | None:
    return next((mark for mark in years if mark.year == year), None)


def _figures(about: Portrait) -> list[dict[str, Any]]:
    """Rows of the table of people: label, number or unknown, day of the count, source."""
    rows = [_figure(gettext("Inwoners"), about.inhabitants)]
    rows += [
        _figure(gettext("%(low)s tot en met %(high)s jaar") % {"low": ages.low, "high": ages.high}, figure)
        for ages, figure in about.ages
    ]
    return rows + [_figure(level_name(level), figure) for level, figure in about.pupils]


def _figure(label: str, figure: Figure | None) -> dict[str, Any]:
    if figure is None:
        return {"label": label, "value": None, "on": None, "source": ""}
    sources = ", ".join(source_name(source) for source in figure.sources)
    return {"label": label, "value": figure.value, "on": figure.ref_date, "source": sources}


def _picture(about: Portrait, years: tuple[YearMark, ...], year: int) -> MapPicture | None:
    """The municipality among those of its region; in all of Flanders when no region is known."""
    sheet = map_sheet(about.on, scheme="referentieregio", area=about.region.code if about.region else None)
    mark = _of_year(years, year)
    doors = {
        shape.nis: Mark("plain", "", reverse("atlas:municipality", args=[shape.nis]))
        for shape in sheet.shapes
        if shape.nis != about.place.nis
    }
    doors[about.place.nis] = Mark(mark.state if mark else "plain", say_state(mark.state) if mark else "", "")
    title = gettext("Kaart: %(name)s in zijn regio") % {"name": about.place.name}
    return map_picture(sheet, title, doors, selected=about.place.nis)
