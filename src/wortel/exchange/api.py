"""Needs and offers for programs: those shown to everyone."""

from collections.abc import Sequence
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from ninja import Path, Query

from wortel.actors.public import PlaceUnknown, find_spot
from wortel.exchange.api_shapes import ListingOut, ListingPage, ListingsAsked
from wortel.exchange.models import Listing
from wortel.exchange.queries.found import (
    KIND,
    NEAREST,
    NEWEST,
    REGION,
    SIDE,
    STAGE,
    THEME_FACET,
    Asked,
    Line,
    found,
    lines,
)
from wortel.exchange.queries.listings import readable
from wortel.exchange.wording_sentence import sentence
from wortel.people.public import STRANGER
from wortel.shell.api.paging import page_of
from wortel.shell.api.problems import not_there
from wortel.shell.api.questions import Questions, flag_fictional
from wortel.shell.api.values import KEY, Key, described
from wortel.shell.clock import today
from wortel.territory.domain.refusals import REFUSALS
from wortel.territory.public import say_refusal, timeline

questions = Questions("listings", REFUSALS, say_refusal)
Ref = Annotated[Key, described(KEY, "Name of the need or offer", "5f0c9a7be1d24c3f8a6b7c90")]
_COMPOSED = {"actor_name", "sentence", "distance_km"}
_COLUMNS = tuple(name for name in ListingOut.model_fields if name not in _COMPOSED)


@questions.get("/listings", ListingPage, summary="Needs and offers", example={"kind": "guest_lesson", "size": "10"})
def list_listings(request: HttpRequest, response: HttpResponse, asked: Query[ListingsAsked]) -> dict[str, Any]:
    """What organisations ask and offer, open to everyone and not over yet, the newest first (the nearest first with
    `near`)."""
    on = today()
    answer = found(_asked(asked), readable(STRANGER, on), on)
    page = page_of(request, asked, answer.total, lambda offset, limit: _told(answer.page(offset, limit)))
    flag_fictional(response, any(item["is_fictional"] for item in page["items"]))
    return {**page, "facets": {facet: dict(counted) for facet, counted in answer.counts.items()}}


@questions.get("/listings/{ref}", ListingOut, summary="One need or offer")
def show_listing(response: HttpResponse, ref: Annotated[Ref, Path()]) -> dict[str, Any]:
    """One that is shown to everyone, also when it is paused, closed or over."""
    row = Listing.objects.filter(readable(STRANGER, today()), ref=ref).values_list("pk").first()
    told = _told(lines([(row[0], None)])) if row else []
    if not told:
        raise not_there(gettext("Er is geen openbare vraag en geen openbaar aanbod met deze naam."))
    flag_fictional(response, told[0]["is_fictional"])
    return told[0]


def _asked(given: ListingsAsked) -> Asked:
    """The question as the list knows it. Raises `Refused` (404) for a place or area that is not there."""
    on = today()
    known = {area.code for area in timeline().areas_of_map("referentieregio", on)} if given.region else set()
    if not known.issuperset(given.region):
        raise not_there(gettext("Dit gebied bestaat niet. De codes staan op /api/v1/areas."))
    if given.nis is not None:
        timeline().municipality(given.nis, on)
    chosen = {SIDE: given.side, KIND: given.kind, THEME_FACET: given.theme, STAGE: given.stage, REGION: given.region}
    try:
        near = find_spot(given.near, on) if given.near else None
    except PlaceUnknown as unknown:
        raise not_there(gettext("We kennen geen plaats met die naam in Vlaanderen.")) from unknown
    return Asked(
        text=given.q or "",
        chosen={facet: frozenset(values) for facet, values in chosen.items() if values},
        nis=given.nis or "",
        near=near,
        radius_km=given.radius,
        sort=NEAREST if near else NEWEST,
    )


def _told(found_lines: Sequence[Line]) -> list[dict[str, Any]]:
    return [_one(line) for line in found_lines]


def _one(line: Line) -> dict[str, Any]:
    name = line.actor.name if line.actor else ""
    composed = {"actor_name": name, "sentence": sentence(line.row, name), "distance_km": line.km}
    return {name: getattr(line.row, name) for name in _COLUMNS} | composed
