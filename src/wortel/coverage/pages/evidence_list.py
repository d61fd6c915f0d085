"""`/dekking/bewijs/`: everything anyone said, by year, municipality and standing."""

from __future__ import annotations

import re
from datetime import date
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from wortel.coverage.pages.asked import asked_map, asked_year, changed, coverage_url
from wortel.coverage.pages.statements import evidence_export, statement_row
from wortel.coverage.queries import EvidenceFilter, every_statement, evidence_count, evidence_page, years_with_evidence
from wortel.coverage.reports import related_codes
from wortel.coverage.wording import say_status
from wortel.kernel.text import folded
from wortel.shell import clock
from wortel.shell.exports import asked_form, export_links, export_response
from wortel.shell.paging import page_of
from wortel.shell.problems import PageProblem, WayOut
from wortel.territory.domain.places import Municipality
from wortel.territory.public import timeline

STATUSES = {
    "erkend": "recognised",
    "gelijkwaardig": "equivalent",
    "betwist": "contested",
    "ingetrokken": "withdrawn",
    "geen": "none",
}
ROWS_IN_SHEET = 1_048_575
"""Rows a spreadsheet can hold below its heading."""


def evidence_list(request: HttpRequest) -> HttpResponseBase:
    """The list, or the same as a file. Raises `PageProblem` (404, 422)."""
    today = clock.today()
    year, place, status = asked_year(request, "jaar", today), _asked_place(request), _asked_status(request)
    on = asked_map(request, today)
    asked = EvidenceFilter(
        year=year,
        codes=_codes(place, on) if place else None,
        status=status if status != "none" else None,
        claim="none" if status == "none" else None,
    )
    total, known = evidence_count(asked), years_with_evidence()
    form = asked_form(request)
    if form:
        fictional = any(row.fictional for row in known)
        _refuse_what_no_sheet_holds(request, form, total)
        return export_response(evidence_export(every_statement(asked), fictional=fictional), form)
    page = page_of(request, total, lambda start, size: evidence_page(asked, start, size))
    context = {
        "crumbs": [(gettext("Dekking"), coverage_url({"jaar": year})), (gettext("Bewijs"), "")],
        "page": page,
        "rows": [statement_row(item) for item in page.items],
        "total": total,
        "year": year,
        "place": place,
        "status": status,
        "years": [row.year for row in reversed(known)],
        "statuses": [
            {"value": name, "label": say_status(key), "here": key == status} for name, key in STATUSES.items()
        ],
        "chosen": _chosen(request, year, place, status),
        "export_links": export_links(request),
    }
    return render(request, "coverage/evidence_list.html", context)


def _refuse_what_no_sheet_holds(request: HttpRequest, form: str, total: int) -> None:
    if form == "xlsx" and total > ROWS_IN_SHEET:
        raise PageProblem(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            gettext("Dit past niet in één rekenblad"),
            gettext("Een XLSX-bestand houdt hoogstens 1.048.575 rijen. Kies CSV, of eerst een jaar."),
            tuple(WayOut(link.label, link.url) for link in export_links(request)),
        )


def _codes(place: Municipality, on: date) -> tuple[str, ...]:
    day = on if on in place.valid else timeline().register.last_day_of(place.nis)
    return related_codes(place.nis, day)


def _asked_place(request: HttpRequest) -> Municipality | None:
    """The municipality asked for by code or by name, whenever it stood; of two with one name the youngest."""
    text = request.GET.get("gemeente", "").strip()[:100]
    if not text:
        return None
    places = timeline().register.by_nis
    if re.fullmatch(r"[0-9]{5}", text, re.ASCII) and text in places:
        return places[text]
    named = [place for place in places.values() if folded(place.name) == folded(text)]
    if named:
        return max(named, key=lambda place: (place.valid.end is None, place.valid.start))
    raise PageProblem(
        HTTPStatus.NOT_FOUND,
        gettext("Deze gemeente kennen we niet"),
        gettext("Schrijf de naam voluit, of de NIS-code van vijf cijfers."),
        (WayOut(gettext("Alle meldingen"), reverse("coverage:evidence_list")),),
    )


def _asked_status(request: HttpRequest) -> str:
    text = request.GET.get("status", "").strip()
    if text and text not in STATUSES:
        raise PageProblem(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            gettext("Die status bestaat niet"),
            gettext("Kies erkend, gelijkwaardig, betwist, ingetrokken of geen."),
            tuple(WayOut(say_status(key), changed(request, status=name)) for name, key in STATUSES.items()),
        )
    return STATUSES.get(text, "")


def _chosen(request: HttpRequest, year: int | None, place: Municipality | None, status: str) -> list[dict[str, Any]]:
    labels = {
        "jaar": str(year) if year else "",
        "gemeente": place.name if place else "",
        "status": say_status(status) if status else "",
    }
    return [{"label": label, "url": changed(request, **{name: None})} for name, label in labels.items() if label]
