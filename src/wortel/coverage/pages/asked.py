"""What a visitor of the coverage pages asks for, read from the address; anything else is refused helpfully."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext

from wortel.coverage.rulebook import FIRST_RULED_YEAR
from wortel.shell.formats import day
from wortel.shell.problems import PageProblem, WayOut
from wortel.territory.public import timeline

SCHEMES = ("provincie", "referentieregio")
ANOTHER_DAY = "dag"


@dataclass(frozen=True, slots=True)
class Asked:
    """A year, the day whose map it is shown on, the year to compare with, and the division of the totals."""

    year: int
    on: date
    against: int | None
    scheme: str


def asked_coverage(request: HttpRequest, newest: int, today: date) -> Asked:
    """What the address asks. Raises `PageProblem`: 404 for a year or day without figures, 422 for what is no year."""
    year = asked_year(request, "jaar", today)
    return Asked(
        year=newest if year is None else year,
        on=asked_map(request, today),
        against=asked_year(request, "tegenover", today),
        scheme=_asked_scheme(request),
    )


def asked_year(request: HttpRequest, name: str, today: date) -> int | None:
    """The year under this name in the address, `None` when there is none. Raises `PageProblem` (404 or 422)."""
    text = request.GET.get(name, "").strip()
    if not text:
        return None
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise _refused(HTTPStatus.UNPROCESSABLE_ENTITY, gettext("Dit is geen jaar"), today)
    year = int(text)
    if not FIRST_RULED_YEAR <= year <= today.year:
        raise _refused(HTTPStatus.NOT_FOUND, gettext("Over %(year)s hebben we geen cijfers") % {"year": year}, today)
    return year


def asked_map(request: HttpRequest, today: date) -> date:
    """The day of the map: `?grenzen=2025-01-01`, or `?grenzen=dag&dag=…` from the form; today when none is asked."""
    text = request.GET.get("grenzen", "").strip()
    if text == ANOTHER_DAY:
        text = request.GET.get("dag", "").strip()
    if not text:
        return today
    try:
        on = date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII) else None
    except ValueError:
        on = None
    first = timeline().first_day
    if on is None or on < first:
        raise PageProblem(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            gettext("Van die dag hebben we geen kaart"),
            gettext("De oudste kaart is die van %(first)s. Schrijf een dag als 2025-01-01.") % {"first": day(first)},
            tuple(
                WayOut(gettext("De kaart van %(day)s") % {"day": day(start)}, changed(request, grenzen=start))
                for start in map_days()
            ),
        )
    return on


def map_days() -> tuple[date, ...]:
    """The first day of every map, oldest first."""
    return (timeline().first_day, *timeline().register.lineage.changes)


def changed(request: HttpRequest, **values: object) -> str:
    """This page's address with other values; `None` takes a name away. Page numbers and file forms are dropped."""
    query = request.GET.copy()
    for name in ("pagina", "vorm", "tabel"):
        query.pop(name, None)
    return _address(query.dict(), values)


def coverage_url(values: Mapping[str, object]) -> str:
    """The coverage page with these values."""
    return reverse("coverage:coverage") + _address({}, values)


def _address(kept: Mapping[str, object], values: Mapping[str, object]) -> str:
    merged = {**kept, **values}
    if "grenzen" in values:
        merged.pop("dag", None)
    return "?" + urlencode({name: str(value) for name, value in merged.items() if value not in (None, "")})


def _asked_scheme(request: HttpRequest) -> str:
    scheme = request.GET.get("indeling", "").strip() or SCHEMES[0]
    if scheme not in SCHEMES:
        raise PageProblem(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            gettext("Die indeling kennen we hier niet"),
            gettext("Kies provincie of referentieregio."),
            tuple(WayOut(scheme.capitalize(), changed(request, indeling=scheme)) for scheme in SCHEMES),
        )
    return scheme


def _refused(status: int, title: str, today: date) -> PageProblem:
    years = range(today.year, FIRST_RULED_YEAR - 1, -1)
    sentence = gettext("Kies een jaar van %(first)s tot en met %(last)s.") % {
        "first": FIRST_RULED_YEAR,
        "last": today.year,
    }
    url = reverse("coverage:coverage")
    return PageProblem(status, title, sentence, tuple(WayOut(str(year), f"{url}?jaar={year}") for year in years))
