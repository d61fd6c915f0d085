"""Territory for programs: municipalities, areas, postcodes and counts on any day."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext
from ninja import Path, Query

from wortel.kernel.text import folded
from wortel.shell.api.problems import not_there
from wortel.shell.api.questions import Questions
from wortel.shell.clock import today
from wortel.territory.api_asked import (
    AreaCode,
    AreasAsked,
    CarryAsked,
    MunicipalitiesAsked,
    Nis,
    OnDay,
    OnDayOfMunicipality,
    OnEarlierDay,
    Postcode,
    Scheme,
)
from wortel.territory.api_shapes import (
    AreaOut,
    AreaWithMembers,
    CarriedOut,
    MunicipalityDetail,
    MunicipalityOut,
    StatisticsOut,
)
from wortel.territory.contract import municipality_json
from wortel.territory.counts import counts_json
from wortel.territory.domain.places import Municipality, Place
from wortel.territory.domain.refusals import REFUSALS
from wortel.territory.reference import timeline
from wortel.territory.wording import say, say_refusal

questions = Questions("territory", REFUSALS, say_refusal)


@questions.get("/municipalities", list[MunicipalityOut], summary="Municipalities", example={"on": "2025-01-01"})
def list_municipalities(
    asked: Query[MunicipalitiesAsked],
) -> list[dict[str, str | None]]:
    """The municipalities that stood on a day, sorted by code: 308 until 2018, 300 from 2019, 285 from 2025."""
    if asked.area is not None and asked.scheme is None:
        raise not_there(gettext("Geef bij een gebied ook de indeling (scheme)."))
    day = asked.on or today()
    return _places(_within(asked.scheme, asked.area, day), day)


@questions.get("/municipalities/{nis}", MunicipalityDetail, summary="One municipality", example={"nis": "44083"})
def show_municipality(nis: Path[Nis], asked: Query[OnDayOfMunicipality]) -> dict[str, Any]:
    """One municipality with its point, areas, postcodes and sub-municipalities. Any code that ever stood is known."""
    day = asked.on or _day_of(nis)
    place = timeline().municipality(nis, day)
    areas = (timeline().area_of(nis, scheme, day) for scheme in timeline().schemes())
    return {
        **municipality_json(place, day),
        "on": day,
        "wikidata": place.wikidata or None,
        "point": timeline().marker(nis, day),
        "areas": [area for area in areas if area is not None],
        "postcodes": timeline().postcodes_of(nis, day),
        "submunicipalities": timeline().submunicipalities_of(nis, day),
        "became": [after.nis for after in timeline().successors(nis, max(today(), day))],
    }


@questions.get(
    "/municipalities/{nis}/successors", list[MunicipalityOut], summary="What it became", example={"nis": "44011"}
)
def list_successors(nis: Path[Nis], asked: Query[OnDay]) -> list[dict[str, str | None]]:
    """What a code became on the map of the day, chains of mergers included. A code still standing answers itself."""
    day = asked.on or today()
    return _places(timeline().successors(nis, day), day)


@questions.get(
    "/municipalities/{nis}/predecessors", list[MunicipalityOut], summary="What it was made of", example={"nis": "44083"}
)
def list_predecessors(nis: Path[Nis], asked: Query[OnEarlierDay]) -> list[dict[str, str | None]]:
    """What the code, as it stands last, was made of on the earlier map of the day."""
    day = asked.on or timeline().first_day
    return _places(timeline().predecessors(nis, day), day)


@questions.get(
    "/municipalities/{nis}/neighbours", list[MunicipalityOut], summary="Its neighbours", example={"nis": "44083"}
)
def list_neighbours(nis: Path[Nis], asked: Query[OnDayOfMunicipality]) -> list[dict[str, str | None]]:
    """The Flemish municipalities that touch it that day. Voeren has none."""
    day = asked.on or _day_of(nis)
    return _places(timeline().neighbours(nis, day), day)


@questions.get(
    "/carry",
    CarriedOut,
    summary="A place on another map",
    example={"nis": "44011", "from": "2018-12-31", "to": "2025-01-01"},
)
def carry_place(asked: Query[CarryAsked]) -> dict[str, Any]:
    """Where a fact stands on the map of another day. Towards a later map that is exact.

    Towards an earlier map it is only possible when one code remains, or when a postcode or sub-municipality tells
    which; otherwise the result is empty, and `reason` says why.
    """
    place = Place(asked.nis, asked.postcode, asked.submunicipality)
    carried = timeline().carry(place, asked.from_day, asked.to_day)
    return {"result": carried.result, "certain": carried.certain, "reason": say(carried.reason)}


@questions.get("/postcodes/{code}", list[MunicipalityOut], summary="A postcode", example={"code": "9850"})
def show_postcode(code: Path[Postcode], asked: Query[OnDay]) -> list[dict[str, str | None]]:
    """The municipalities in which a postcode lay that day."""
    day = asked.on or today()
    return _places(timeline().municipalities_of_postcode(code, day), day)


@questions.get("/areas", list[AreaOut], summary="Areas", example={"scheme": "provincie"})
def list_areas(
    asked: Query[AreasAsked],
) -> list[dict[str, Any]]:
    """The divisions of Flanders and their areas on the map of a day, with how many municipalities each holds."""
    day = asked.on or today()
    return [row for name in ((asked.scheme,) if asked.scheme else timeline().schemes()) for row in _areas(name, day)]


@questions.get(
    "/areas/{scheme}/{code}", AreaWithMembers, summary="One area", example={"scheme": "provincie", "code": "40000"}
)
def show_area(scheme: Path[Scheme], code: Path[AreaCode], asked: Query[OnDay]) -> dict[str, Any]:
    """An area with the municipalities it holds on the map of the day."""
    day = asked.on or today()
    area = timeline().area(scheme, code)
    return {
        "scheme": area.scheme,
        "code": area.code,
        "name": area.name,
        "former_names": area.former_names,
        "on": day,
        "members": _places(timeline().members_of_map(scheme, code, day), day),
    }


@questions.get("/statistics/{nis}", StatisticsOut, summary="Inhabitants and pupils", example={"nis": "44083"})
def show_statistics(nis: Path[Nis], asked: Query[OnDayOfMunicipality]) -> dict[str, Any]:
    """Inhabitants by age group and pupils by level of a municipality as it was on a day, each with its count's day."""
    day = asked.on or _day_of(nis)
    return counts_json(timeline().municipality(nis, day), day)


def _within(scheme: str | None, area: str | None, on: date) -> tuple[Municipality, ...]:
    """The municipalities of one area, of all areas of a division, or all of them."""
    if scheme is None:
        return timeline().municipalities(on)
    if area is None:
        held = (place for place in timeline().municipalities(on) if timeline().area_of_map(place.nis, scheme, on))
        return tuple(held)
    wanted = folded(area)
    for known in timeline().areas_of_map(scheme, on):
        if wanted in {folded(known.code), folded(known.name)}:
            return timeline().members_of_map(scheme, known.code, on)
    return timeline().members_of_map(scheme, area, on)


def _areas(scheme: str, on: date) -> list[dict[str, Any]]:
    shown = [timeline().area_of_map(place.nis, scheme, on) for place in timeline().municipalities(on)]
    held = Counter(area for area in shown if area is not None)
    return [
        {"scheme": area.scheme, "code": area.code, "name": area.name, "municipalities": held[area]}
        for area in sorted(held)
    ]


def _day_of(nis: str) -> date:
    """Today, or the last day of a code that ended."""
    end = timeline().find(nis).valid.end
    return today() if end is None or today() < end else end - timedelta(days=1)


def _places(places: tuple[Municipality, ...], on: date) -> list[dict[str, str | None]]:
    return [municipality_json(place, on) for place in places]
