"""What a question about actors may hold: the filters of the directory, in English."""

from datetime import date
from typing import Annotated, Literal

from django.utils.translation import gettext
from ninja import Schema
from pydantic import Field

from wortel.actors.domain.kinds import FOUR_O, KINDS, SECTORS
from wortel.actors.queries.asked import BY_DISTANCE, BY_NAME, NO, RELEVANCE, UNKNOWN, YES, Asked, Near
from wortel.actors.queries.near import PlaceUnknown, near_place
from wortel.intake.public import known_sources
from wortel.shell.api.paging import PageAsked
from wortel.shell.api.problems import not_there
from wortel.shell.api.values import DECIMAL, Key, Text, Truth, enumerated, one_of
from wortel.territory.public import timeline

UNKNOWN_VALUE = "unknown"
_STATUSES = ("active", "inactive", "merged", "planned", UNKNOWN_VALUE)
_SECTORS = (*SECTORS, UNKNOWN_VALUE)
_FOUR_O = (*FOUR_O, UNKNOWN_VALUE)
_KINDS = tuple(kind.key for kind in KINDS)
Sector = Annotated[str, one_of(*_SECTORS), enumerated(*_SECTORS)]
FourO = Annotated[str, one_of(*_FOUR_O), enumerated(*_FOUR_O)]
KindName = Annotated[str, one_of(*_KINDS), enumerated(*_KINDS)]
StatusName = Annotated[str, one_of(*_STATUSES), enumerated(*_STATUSES)]
Nis = Annotated[str, Field(pattern=r"^[0-9]{5}$")]
Radius = Annotated[float, Field(ge=0.1, le=200), DECIMAL]


class ActorFilter(Schema):
    """The filters of the directory. A filter given more than once widens; different filters narrow."""

    q: Text | None = Field(
        None, description="Words of its name, place or kind; forgives typing errors", examples=["robot"]
    )
    near: Text | None = Field(
        None, description="Around this place: a municipality, sub-municipality or postcode", examples=["Deinze"]
    )
    radius: Radius = Field(10, description="With `near`: how far, in kilometres")
    sector: list[Sector] = Field([], description="Helix sector")
    four_o: list[FourO] = Field([], description="One of the four O's: another view on the sectors")
    kind: list[KindName] = Field([], description="Kind of institution")
    region: list[Key] = Field([], description="Code of the reference region on today's map", examples=[["REFREG13"]])
    province: list[Key] = Field([], description="Code of the province on today's map", examples=[["40000"]])
    nis: Nis | None = Field(None, description="In this municipality of today's map", examples=["44083"])
    source: list[Key] = Field([], description="Key of a source that speaks of it")
    status: list[StatusName] = Field([], description="Whether it is active")
    claimed: Truth | None = Field(None, description="Whether it confirmed its own profile")
    fictional: Truth | None = Field(None, description="Whether it is made up (the demo world)")


class ActorsAsked(ActorFilter, PageAsked):
    """Which actors, in which order, which page."""

    sort: Literal["relevance", "name", "distance"] | None = Field(
        None, description="The natural order when left out: relevance for words, distance for a place, else the name"
    )


def asked_of(given: ActorFilter, on: date, sort: str | None = None) -> Asked:
    """The question as the directory knows it. Raises `Refused` (404) for a place, area or source that is not there."""
    _refuse_unknown_areas("referentieregio", given.region, on)
    _refuse_unknown_areas("provincie", given.province, on)
    _refuse_unknown_sources(given.source)
    if given.nis is not None:
        timeline().municipality(given.nis, on)
    return Asked(
        text=given.q or "",
        near=_near(given, on),
        chosen={
            name: frozenset(UNKNOWN if value == UNKNOWN_VALUE else value for value in values)
            for name, values in _chosen(given).items()
            if values
        },
        nis=given.nis or "",
        sort={"relevance": RELEVANCE, "name": BY_NAME, "distance": BY_DISTANCE}.get(sort or "", ""),
    )


def _chosen(given: ActorFilter) -> dict[str, list[str]]:
    return {
        "sector": given.sector,
        "four_o": given.four_o,
        "kind": given.kind,
        "region": given.region,
        "province": given.province,
        "source": given.source,
        "status": given.status,
        "claimed": _truth(given.claimed),
        "fictional": _truth(given.fictional),
    }


def _truth(given: bool | None) -> list[str]:
    return [] if given is None else [YES if given else NO]


def _near(given: ActorFilter, on: date) -> Near | None:
    if given.near is None:
        return None
    try:
        return near_place(given.near, given.radius, on)
    except PlaceUnknown as unknown:
        sentence = gettext("We kennen geen plaats met die naam in Vlaanderen.")
        if unknown.resembles:
            sentence += " " + gettext("Bedoel je: %(names)s?") % {"names": ", ".join(unknown.resembles)}
        raise not_there(sentence) from unknown


def _refuse_unknown_areas(scheme: str, codes: list[str], on: date) -> None:
    known = {area.code for area in timeline().areas_of_map(scheme, on)} if codes else set()
    if not known.issuperset(set(codes) - {UNKNOWN_VALUE}):
        raise not_there(gettext("Dit gebied bestaat niet. De codes staan op /api/v1/areas."))


def _refuse_unknown_sources(keys: list[str]) -> None:
    known = {source.key for source in known_sources()} if keys else set()
    if not known.issuperset(set(keys) - {UNKNOWN_VALUE}):
        raise not_there(gettext("Deze bron kennen we niet. De bronnen staan op /api/v1/sources."))
