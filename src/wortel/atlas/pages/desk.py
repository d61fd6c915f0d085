"""`/balie/`: what waits for a decision, the oldest first."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.atlas.desk.permissions import may_see_desk, may_see_matter
from wortel.atlas.desk.waiting import waiting_matters
from wortel.atlas.desk.wording import KIND_WORDS, kind_name, say, waiting_for, waiting_sentence
from wortel.atlas.domain.matter import Kind, Matter
from wortel.people.public import caller_of, names_of, permit
from wortel.shell import clock
from wortel.shell.paging import page_of
from wortel.shell.problems import PageProblem, WayOut
from wortel.territory.domain.places import Area
from wortel.territory.public import timeline

SCHEME = "referentieregio"
"""The division by which the desk is filtered."""


def desk(request: HttpRequest) -> HttpResponse:
    """The matters this caller may decide on. Ten queries, however many wait. Raises `PageProblem` (401, 403, 422)."""
    caller, at = caller_of(request), clock.now()
    permit(request, may_see_desk(caller), say)
    kind, region = _asked_kind(request), _asked_region(request)
    mine = [matter for matter in waiting_matters(at.date()) if may_see_matter(caller, matter)]
    shown = [
        matter
        for matter in mine
        if (not kind or matter.kind is kind) and (not region or (SCHEME, region.code) in matter.areas)
    ]
    page = page_of(request, len(shown), lambda offset, limit: shown[offset : offset + limit])
    takers = names_of(matter.taken_by for matter in page.items)
    context = {
        "sentence": waiting_sentence(len(mine), mine[0].age_in_days(at) if mine else 0),
        "page": page,
        "rows": [_row(matter, matter.age_in_days(at), takers.get(matter.taken_by, "")) for matter in page.items],
        "kinds": [{"word": word, "name": kind_name(each), "here": each is kind} for word, each in KIND_WORDS.items()],
        "regions": [{"area": area, "here": area == region} for area in _regions(mine)],
        "is_filtered": bool(kind or region),
    }
    return render(request, "atlas/desk.html", context)


def _row(matter: Matter, days: int, taker: str) -> dict[str, object]:
    return {
        "matter": matter,
        "kind": kind_name(matter.kind),
        "url": reverse("atlas:desk-matter", args=[matter.room, matter.ref]),
        "waits": waiting_for(days),
        "taker": taker,
        "region": next((timeline().area(*area).name for area in sorted(matter.areas) if area[0] == SCHEME), ""),
    }


def _regions(matters: list[Matter]) -> list[Area]:
    codes = {code for matter in matters for scheme, code in matter.areas if scheme == SCHEME}
    return sorted((timeline().area(SCHEME, code) for code in codes), key=lambda area: area.name)


def _asked_kind(request: HttpRequest) -> Kind | None:
    word = request.GET.get("soort", "")
    if word and word not in KIND_WORDS:
        raise _unknown(_("Kies een soort uit de lijst."))
    return KIND_WORDS.get(word)


def _asked_region(request: HttpRequest) -> Area | None:
    code = request.GET.get("regio", "")
    if not code:
        return None
    found = next((area for area in timeline().areas(SCHEME, clock.today()) if area.code == code), None)
    if found is None:
        raise _unknown(_("Kies een regio uit de lijst."))
    return found


def _unknown(sentence: str) -> PageProblem:
    way = WayOut(_("Toon alles wat wacht"), reverse("atlas:desk"))
    return PageProblem(HTTPStatus.UNPROCESSABLE_ENTITY, _("Zo kun je de balie niet filteren"), sentence, (way,))
