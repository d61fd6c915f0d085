"""What visitors ask in the address: a year, a municipality, an area; and the helpful refusal when it cannot be."""

from __future__ import annotations

import re
from datetime import date
from http import HTTPStatus

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext

from wortel.coverage.public import FIRST_RULED_YEAR
from wortel.shell.problems import PageProblem, WayOut
from wortel.territory.domain.places import Area, Municipality
from wortel.territory.domain.refusals import OutsideFlanders, UnknownArea, UnknownMunicipality
from wortel.territory.public import say_refusal, timeline


def asked_year(request: HttpRequest, default: int, today: date) -> int:
    """The year in `?jaar=`, else the default. Raises `PageProblem` (422) for anything but a year we can speak of."""
    text = request.GET.get("jaar", "").strip()
    if not text:
        return default
    if re.fullmatch(r"[0-9]{4}", text) and FIRST_RULED_YEAR <= int(text) <= today.year:
        return int(text)
    raise PageProblem(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        gettext("Over dat jaar weten we niets"),
        gettext("Kies een jaar van %(first)s tot %(last)s.") % {"first": FIRST_RULED_YEAR, "last": today.year},
        (WayOut(gettext("Toon het laatste jaar"), request.path),),
    )


def asked_municipality(nis: str) -> Municipality:
    """The municipality with this code, whenever it stood. Raises `PageProblem` (404)."""
    try:
        return timeline().find(nis)
    except OutsideFlanders as refusal:
        raise PageProblem(
            HTTPStatus.NOT_FOUND, gettext("Deze gemeente ligt niet in Vlaanderen"), say_refusal(refusal), _lists()
        ) from refusal
    except UnknownMunicipality as refusal:
        raise PageProblem(
            HTTPStatus.NOT_FOUND, gettext("Deze gemeente kennen we niet"), say_refusal(refusal), _lists()
        ) from refusal


def asked_area(scheme: str, code: str) -> Area:
    """The area with this code in this division. Raises `PageProblem` (404)."""
    try:
        return timeline().area(scheme, code)
    except UnknownArea as refusal:
        raise PageProblem(
            HTTPStatus.NOT_FOUND,
            gettext("Dit gebied kennen we niet"),
            gettext("Kies een regio of een provincie uit de lijst."),
            (WayOut(gettext("Alle regio’s en provincies"), reverse("atlas:regions")),),
        ) from refusal


def _lists() -> tuple[WayOut, ...]:
    return (WayOut(gettext("Alle gemeenten van vandaag"), reverse("atlas:municipalities")),)
