"""The directory for programs: filters, live counts, pages and the map."""

from typing import Any

import shapely
from django.http import HttpRequest, HttpResponse
from ninja import Query

from wortel.actors.api_asked import UNKNOWN_VALUE, ActorFilter, ActorsAsked, asked_of
from wortel.actors.api_shapes import ActorPage, FeatureCollection
from wortel.actors.queries.asked import NO, UNKNOWN, YES
from wortel.actors.queries.counts import holds_fictional
from wortel.actors.queries.directory import Directory, directory
from wortel.actors.queries.facets import Option
from wortel.actors.queries.points import Point, Square, points, squares
from wortel.actors.wording import kind_label, sector_label
from wortel.shell.api.paging import page_of
from wortel.shell.api.questions import Questions, flag_fictional
from wortel.shell.clock import today
from wortel.territory.domain.plane import geometry_to_degrees
from wortel.territory.domain.refusals import REFUSALS, UnknownArea
from wortel.territory.public import say_refusal, timeline

questions = Questions("actors", REFUSALS, say_refusal)
_VALUE_OF = {UNKNOWN: UNKNOWN_VALUE, YES: "true", NO: "false"}


@questions.get("/actors", ActorPage, summary="The directory", example={"q": "bibliotheek", "size": "10"})
def list_actors(request: HttpRequest, response: HttpResponse, asked: Query[ActorsAsked]) -> dict[str, Any]:
    """The institutions of the stakeholder map, with the filters and live counts of the directory page."""
    found = directory(asked_of(asked, today(), asked.sort))
    page = page_of(request, asked, found.total, found.page)
    flag_fictional(response, any(actor.is_fictional for actor in page["items"]))
    return {**page, "facets": _facets(found), "corrections": found.query.corrections}


@questions.get("/actors/map", FeatureCollection, summary="Actors on the map", example={"near": "Deinze"})
def map_actors(response: HttpResponse, asked: Query[ActorFilter]) -> dict[str, Any]:
    """Where the actors that answer stand, as GeoJSON: one point each, or squares with a number when there are many."""
    question = asked_of(asked, today())
    single = points(question)
    features = [_point(point) for point in single] if single is not None else [_square(s) for s in squares(question)]
    made_up = holds_fictional() if single is None else any(point.is_fictional for point in single)
    flag_fictional(response, made_up)
    return {"type": "FeatureCollection", "clustered": single is None, "features": features}


def _facets(found: Directory) -> dict[str, list[dict[str, Any]]]:
    return {facet: [_option(facet, option) for option in options] for facet, options in found.counted.options.items()}


def _option(facet: str, option: Option) -> dict[str, Any]:
    value = _VALUE_OF.get(option.value, option.value)
    return {"value": value, "label": _label(facet, value), "count": option.n, "chosen": option.chosen}


def _label(facet: str, value: str) -> str:
    if value == UNKNOWN_VALUE:
        return sector_label("")
    if facet == "kind":
        return kind_label(value)
    if facet == "sector":
        return sector_label(value)
    scheme = {"region": "referentieregio", "province": "provincie"}.get(facet)
    try:
        return timeline().area(scheme, value).name if scheme else value
    except UnknownArea:
        return value


def _point(point: Point) -> dict[str, Any]:
    properties = {
        "ref": point.ref,
        "name": point.name,
        "sector": point.sector,
        "nis": point.nis,
        "is_fictional": point.is_fictional,
    }
    return _feature(point.lon, point.lat, properties)


def _square(square: Square) -> dict[str, Any]:
    middle = geometry_to_degrees(shapely.Point(square.x_km, square.y_km))
    return _feature(round(middle.x, 4), round(middle.y, 4), {"count": square.n})


def _feature(lon: float, lat: float, properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "geometry": {"type": "Point", "coordinates": [lon, lat]}, "properties": properties}
