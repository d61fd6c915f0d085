"""The JSON shapes of needs and offers, and what a question about them may hold."""

from datetime import date
from typing import Annotated

from ninja import Schema
from pydantic import Field

from wortel.exchange.domain.ages import STAGES
from wortel.exchange.domain.kinds import KINDS
from wortel.exchange.domain.words import SIDES, THEMES
from wortel.shell.api.paging import Page, PageAsked
from wortel.shell.api.values import DECIMAL, Key, Text, enumerated, one_of

_KINDS = tuple(kind.key for kind in KINDS)
_STAGES = tuple(stage.key for stage in STAGES)
Side = Annotated[str, one_of(*SIDES), enumerated(*SIDES)]
KindName = Annotated[str, one_of(*_KINDS), enumerated(*_KINDS)]
Theme = Annotated[str, one_of(*THEMES), enumerated(*THEMES)]
Stage = Annotated[str, one_of(*_STAGES), enumerated(*_STAGES)]
Nis = Annotated[str, Field(pattern=r"^[0-9]{5}$")]
Radius = Annotated[float, Field(ge=0.1, le=200), DECIMAL]


class ListingOut(Schema):
    """A need or an offer. Ages and days run from the first up to, not including, the last."""

    ref: str = Field(description="Stable name", examples=["5f0c9a7be1d24c3f8a6b7c90"])
    side: str = Field(examples=["need"])
    kind: str = Field(examples=["guest_lesson"])
    state: str = Field(description="open, paused or closed", examples=["open"])
    actor: str = Field(description="Ref of the organisation, as in /actors", examples=["a-7k2m9p"])
    actor_name: str = Field(description="Empty when the directory does not hold it any more")
    title: str
    text: str
    sentence: str = Field(description="All of it in one Dutch sentence")
    themes: list[str] = Field(description="None: every theme", examples=[["energy"]])
    priorities: list[str]
    target_groups: list[str]
    age_from: int
    age_to: int
    languages: list[str] = Field(description="None: any language", examples=[["nl"]])
    group_size: int | None = Field(description="Children; null is not said")
    quantity: int = Field(description="Times asked, or at most possible, in the whole period")
    per_week: int | None = Field(description="Of an offer: at most so often a week; null is not said")
    first_on: date
    end_on: date
    moments: list[str] = Field(description="Parts of the week; none: any", examples=[["tue_evening"]])
    nis: str = Field(description="Municipality of its day", examples=["13003"])
    place: str
    lat: float = Field(description="Degrees, WGS84; the middle of a municipality when nothing better is known")
    lon: float
    range_km: float | None = Field(description="As the crow flies; null is any distance")
    accessibility: list[str]
    conditions: str
    is_urgent: bool
    is_fictional: bool
    distance_km: float | None = Field(description="From the place asked with `near`, as the crow flies")


class ListingPage(Page):
    """A page of needs and offers, with how many each choice of a filter would give."""

    items: list[ListingOut]
    facets: dict[str, dict[str, int]]


class ListingsAsked(PageAsked):
    """The filters of the list. A filter given more than once widens; different filters narrow."""

    q: Text | None = Field(None, description="Words of title, text, theme or organisation", examples=["robot"])
    side: list[Side] = Field([], description="Needs or offers")
    kind: list[KindName] = Field([], description="Kind of need or offer")
    theme: list[Theme] = Field([], description="About one of these, or about every theme")
    stage: list[Stage] = Field([], description="For an age of one of these stages of school")
    region: list[Key] = Field([], description="Code of the reference region on today's map", examples=[["REFREG13"]])
    nis: Nis | None = Field(None, description="In this municipality of today's map", examples=["44083"])
    near: Text | None = Field(None, description="Around this municipality or postcode", examples=["Deinze"])
    radius: Radius = Field(15, description="With `near`: how far, in kilometres as the crow flies")
