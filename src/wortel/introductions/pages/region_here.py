"""The reference region in an address, and the year asked; the helpful refusal when it cannot be."""

from __future__ import annotations

import re
from datetime import date
from http import HTTPStatus

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.introductions.domain.run_scope import RunScope
from wortel.introductions.queries.scopes import codes_ever, codes_in
from wortel.shell.problems import PageProblem, WayOut
from wortel.territory.domain.places import Area
from wortel.territory.domain.refusals import UnknownArea
from wortel.territory.public import timeline

SCHEME = "referentieregio"
FIRST_YEAR = 2026
"""The first year in which anything was asked here."""


def region_of(code: str, on: date) -> tuple[Area, frozenset[str]]:
    """The region with its municipalities of today, and former ones that became those. Raises `PageProblem` (404)."""
    try:
        area = timeline().area(SCHEME, code)
    except UnknownArea as unknown:
        raise _not_there() from unknown
    codes = codes_in(RunScope(SCHEME, area.code), on)
    if not codes:
        raise _not_there()
    return area, codes_ever(codes, on)


def year_asked(request: HttpRequest, on: date) -> int:
    """The year in `?jaar=`, else this one. Raises `PageProblem` (422)."""
    text = request.GET.get("jaar", "").strip()
    if not text:
        return on.year
    if re.fullmatch(r"[0-9]{4}", text) and FIRST_YEAR <= int(text) <= on.year:
        return int(text)
    raise PageProblem(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        _("Over dat jaar weten we niets"),
        _("Kies een jaar van %(first)s tot %(last)s.") % {"first": FIRST_YEAR, "last": on.year},
        (WayOut(_("Toon dit jaar"), request.path),),
    )


def year_links(request: HttpRequest, year: int, on: date) -> list[dict[str, object]]:
    """The same page for every year there is."""
    return [
        {"year": each, "url": f"{request.path}?jaar={each}", "here": each == year}
        for each in range(FIRST_YEAR, on.year + 1)
    ]


def _not_there() -> PageProblem:
    return PageProblem(
        HTTPStatus.NOT_FOUND,
        _("Deze regio kennen we niet"),
        _("Kies een regio uit de lijst."),
        (WayOut(_("Alle regio’s en provincies"), reverse("atlas:regions")),),
    )
