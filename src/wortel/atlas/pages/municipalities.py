"""`/gemeenten/`: every municipality of today's map, as map, table and file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from wortel.atlas.asking import asked_year
from wortel.atlas.coverage_here import coverage_of_year, newest_full_year
from wortel.atlas.municipality_list import MunicipalityRow, municipality_rows
from wortel.coverage.domain.deciding import State
from wortel.coverage.public import holds_fictional, say_state
from wortel.shell import clock
from wortel.shell.exports import Export, asked_form, export_links, export_response
from wortel.shell.problems import PageProblem, WayOut
from wortel.shell.sorting import Column, asked_sort, headings
from wortel.territory.public import Mark, map_picture, map_sheet, timeline

_ORDER: dict[str, Callable[[MunicipalityRow], Any]] = {
    "naam": lambda row: row.name,
    "provincie": lambda row: (row.province.name if row.province else "", row.name),
    "regio": lambda row: (row.region.name if row.region else "", row.name),
    "inwoners": lambda row: (row.inhabitants is not None, row.inhabitants or 0, row.name),
    "dekking": lambda row: (row.state, row.name),
}


def municipalities(request: HttpRequest) -> HttpResponseBase:
    """The list, or the same as a file. Raises `PageProblem` for an unknown filter, order, year or form."""
    today = clock.today()
    year = asked_year(request, newest_full_year(today), today)
    asked = {scheme: _asked(request, scheme) for scheme in ("provincie", "referentieregio")}
    columns = _columns(year)
    sort = asked_sort(request, columns, "naam")
    found = [
        row
        for row in municipality_rows(today, coverage_of_year(year, today))
        if all(code in {"", row.area_code(scheme)} for scheme, code in asked.items())
    ]
    rows = sorted(found, key=_ORDER[sort.key], reverse=sort.descending)
    form = asked_form(request)
    if form:
        return export_response(_export(rows, year), form)
    sheet = map_sheet(today, scheme="referentieregio" if asked["referentieregio"] else "provincie")
    title = gettext("Kaart van de gemeenten in deze lijst")
    context = {
        "rows": rows,
        "total": len(timeline().municipalities(today)),
        "today": today,
        "year": year,
        "headings": headings(request, columns, sort),
        "sort": sort,
        "counts": {state: sum(row.state == state for row in rows) for state in State},
        "filters": [_filter(scheme, asked[scheme]) for scheme in asked],
        "is_filtered": any(asked.values()),
        "picture": map_picture(sheet, title, _marks(rows)),
        "export_links": export_links(request),
    }
    return render(request, "atlas/municipalities.html", context)


def _columns(year: int) -> Sequence[Column]:
    return (
        Column("naam", gettext("Gemeente")),
        Column("provincie", gettext("Provincie")),
        Column("regio", gettext("Referentieregio")),
        Column("inwoners", gettext("Inwoners"), numeric=True),
        Column("dekking", gettext("Dekking in %(year)s") % {"year": year}),
    )


def _asked(request: HttpRequest, scheme: str) -> str:
    code = request.GET.get(scheme, "").strip()
    if code and code not in {area.code for area in timeline().areas(scheme, clock.today())}:
        raise PageProblem(
            HTTPStatus.NOT_FOUND,
            gettext("Dit gebied kennen we niet"),
            gettext("Kies een provincie of een regio uit de lijst."),
            (WayOut(gettext("Alle gemeenten"), reverse("atlas:municipalities")),),
        )
    return code


def _filter(scheme: str, chosen: str) -> dict[str, Any]:
    label = {"provincie": gettext("Provincie"), "referentieregio": gettext("Referentieregio")}[scheme]
    areas = sorted(timeline().areas(scheme, clock.today()), key=lambda area: area.name)
    return {"name": scheme, "label": label, "areas": areas, "chosen": chosen}


def _marks(rows: Sequence[MunicipalityRow]) -> dict[str, Mark]:
    return {
        row.nis: Mark(row.state, say_state(row.state), reverse("atlas:municipality", args=[row.nis])) for row in rows
    }


def _export(rows: Sequence[MunicipalityRow], year: int) -> Export:
    return Export(
        name=f"gemeenten-{year}",
        title=gettext("Gemeenten van Vlaanderen, met hun dekking in %(year)s") % {"year": year},
        columns=("nis", "naam", "provincie", "referentieregio", "inwoners", "jaar", "dekking", "meldingen"),
        rows=(
            (
                row.nis,
                row.name,
                row.province.name if row.province else None,
                row.region.name if row.region else None,
                row.inhabitants,
                year,
                say_state(row.state),
                row.evidence,
            )
            for row in rows
        ),
        made_at=clock.now(),
        sources=("Statbel (REFNIS, bevolking)", "provincies.incijfers.be"),
        remarks=(gettext("Onbekend betekent: niemand heeft iets gemeld. Het is niet hetzelfde als geen aanbod."),),
        fictional=holds_fictional(),
    )
