"""`/regios/<code>/balie/cijfers/` and `/cijfers/vraag-en-aanbod/`: what came of what was asked and offered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.actors.public import name_of_area, named_actors, sector_label
from wortel.exchange.public import kind_label
from wortel.introductions.domain.measures import Filled, Measures, Posted, grouped, measures_of
from wortel.introductions.domain.run_scope import RunScope
from wortel.introductions.domain.spread import Quartiles
from wortel.introductions.pages.region_here import SCHEME, region_of, year_asked, year_links
from wortel.introductions.permissions_desk import may_run_everywhere, may_work_at_desk
from wortel.introductions.queries.desk import is_all_fiction
from wortel.introductions.queries.measured import Facts, facts
from wortel.introductions.runs_rulebook import runs_rulebook
from wortel.introductions.wording_measures import say_filled, say_quartiles
from wortel.kernel.span import Span
from wortel.people.public import caller_of
from wortel.shell import clock
from wortel.shell.exports import Cell, Export, asked_form, export_links, export_response
from wortel.territory.domain.places import Area
from wortel.territory.public import timeline

NEVER_SHOWN = 50
COLUMNS = (
    "per", "code", "naam", "gevraagd", "gevuld", "onbekend", "aandeel_gevuld", "antwoorden",
    "dagen_kwart", "dagen_midden", "dagen_driekwart",
)  # fmt: skip


def measures(request: HttpRequest, code: str) -> HttpResponseBase:
    """The measures of a region."""
    area, _codes = region_of(code, clock.today())
    return _page(request, area, RunScope(SCHEME, area.code))


def measures_flanders(request: HttpRequest) -> HttpResponseBase:
    """The measures of Flanders, by region too."""
    return _page(request, None, RunScope())


def _page(request: HttpRequest, area: Area | None, scope: RunScope) -> HttpResponseBase:
    at = clock.now()
    on, year = at.date(), year_asked(request, at.date())
    form = asked_form(request)
    is_fiction = is_all_fiction()
    found = facts(scope, Span.of_year(year), at, is_fictional=is_fiction)
    least = runs_rulebook().number("least_for_figures", on)
    tables = _tables(found, area, on, least)
    name = area.name if area else _("Vlaanderen")
    if form:
        return export_response(_export(tables, name, year, at, least, is_fiction=is_fiction), form)
    total = measures_of(found.needs, found.offers, found.brought, found.earlier, on, least)
    context = {
        "area": area,
        "name": name,
        "year": year,
        "years": year_links(request, year, on),
        "sentence": say_filled(total.filled),
        "total": total,
        "told": _told(total),
        "tables": [_shown(title, heading, rows, least) for title, heading, rows in tables],
        "never": _never(request, area, total),
        "least": least,
        "is_fictional": is_fiction,
        "may_compare": bool(may_run_everywhere(caller_of(request))),
        "export_links": export_links(request),
        "crumbs": _crumbs(area),
    }
    return render(request, "introductions/measures/measures.html", context)


Table = tuple[str, str, dict[str, tuple[str, Filled, Quartiles]]]


def _tables(found: Facts, area: Area | None, on: date, least: int) -> list[Table]:
    """By kind, by sector of who asks, and by municipality (of a region) or region (of Flanders)."""

    def table(title: str, heading: str, key: Any, label: Any) -> Table:
        rows = grouped(found.needs, found.brought, on, least, key)
        return title, heading, {code: (label(code), *values) for code, values in rows.items()}

    place = (
        table(_("Per gemeente"), "gemeente", lambda need: need.nis, lambda nis: name_of_area("gemeente", nis) or nis)
        if area
        else table(_("Per regio"), "regio", lambda need: _region(need, on), _region_name)
    )
    return [
        table(_("Per soort"), "soort", lambda need: need.kind, kind_label),
        table(_("Per sector van wie vraagt"), "sector", lambda need: need.sector, _sector),
        place,
    ]


def _region(need: Posted, on: date) -> str:
    try:
        area = timeline().area_of_map(need.nis, SCHEME, on)
    except LookupError:
        return ""
    return area.code if area else ""


def _region_name(code: str) -> str:
    return timeline().area(SCHEME, code).name if code else _("onbekend")


def _sector(sector: str) -> str:
    return sector_label(sector) if sector else _("onbekend")


def _shown(title: str, heading: str, rows: dict[str, tuple[str, Filled, Quartiles]], least: int) -> dict[str, Any]:
    lines = [
        {
            "code": code,
            "label": label,
            "filled": filled,
            "is_small": filled.asked < least,
            "answer": say_quartiles(answer, _("dagen")),
            "url": reverse("introductions:measures", args=[code]) if heading == "regio" and code else "",
        }
        for code, (label, filled, answer) in rows.items()
    ]
    return {"title": title, "id": heading, "rows": sorted(lines, key=lambda line: str(line["label"]).casefold())}


def _told(total: Measures) -> dict[str, str]:
    return {"answer": say_quartiles(total.answer, _("dagen")), "distance": say_quartiles(total.distance, "km")}


def _never(request: HttpRequest, area: Area | None, total: Measures) -> list[Any]:
    """Who offers something and was never asked: names only for who works at the desk; everyone else sees a number."""
    caller = caller_of(request)
    may = may_work_at_desk(caller, SCHEME, area.code) if area else may_run_everywhere(caller)
    refs = total.load.never[:NEVER_SHOWN] if may else ()
    return sorted(named_actors(list(refs)).values(), key=lambda it: it.name.casefold()) if refs else []


def _export(tables: list[Table], name: str, year: int, at: datetime, least: int, *, is_fiction: bool) -> Export:
    return Export(
        name=f"vraag-en-aanbod-{name}-{year}",
        title=_("Vraag en aanbod in %(name)s, %(year)s") % {"name": name, "year": year},
        columns=COLUMNS,
        rows=_rows(tables, least),
        made_at=at,
        remarks=(
            _("gevuld: gebeurd, of afgesproken voor een dag die nog komt. onbekend: voorbij, en niemand zei hoe."),
            _("dagen: van de vraag tot het eerste ja of nee van een ander."),
            _("Een aandeel of verdeling is leeg onder %(least)s gevallen.") % {"least": least},
        ),
        fictional=is_fiction,
    )


def _rows(tables: list[Table], least: int) -> Iterator[list[Cell]]:
    for _title, heading, rows in tables:
        for code, (label, filled, answer) in rows.items():
            yield [
                heading, code, label, filled.asked, filled.filled, filled.unknown,
                None if filled.rate is None or filled.asked < least else round(filled.rate, 4), answer.count,
                answer.low, answer.middle, answer.high,
            ]  # fmt: skip


def _crumbs(area: Area | None) -> list[tuple[str, str]]:
    if area is None:
        return [(_("Vraag en aanbod"), reverse("exchange:list")), (_("Cijfers"), "")]
    return [
        (area.name, reverse("atlas:region", args=[area.code])),
        (_("Balie"), reverse("introductions:desk", args=[area.code])),
        (_("Cijfers"), ""),
    ]
