"""Proposed alliances, for programs."""

from datetime import date
from http import HTTPStatus
from typing import Any, Literal

from django.http import HttpResponse
from django.utils.translation import gettext
from ninja import Query, Schema
from pydantic import Field

from wortel.alliances.contract import proposals_json
from wortel.alliances.domain.problem import Limits, LimitsUseless
from wortel.alliances.queries.asking import Question
from wortel.alliances.queries.proposals import proposals
from wortel.alliances.rulebook import policy_on
from wortel.alliances.wording import say
from wortel.shell.api.problems import Refused
from wortel.shell.api.questions import Questions, flag_fictional
from wortel.shell.api.values import Key, Truth
from wortel.shell.clock import today
from wortel.territory.domain.refusals import REFUSALS
from wortel.territory.public import say_refusal, timeline

questions = Questions("alliances", REFUSALS, say_refusal)


class ProposalsAsked(Schema):
    """Which municipalities, and within which limits. A limit left out is that of the rulebook."""

    region: Key | None = Field(None, description="Code of a reference region", examples=["REFREG06"])
    nis: list[Key] = Field([], description="Or: groups around these municipalities of today")
    fewest: int | None = Field(None, ge=1, le=15, description="Municipalities in a group, at least")
    most: int | None = Field(None, ge=1, le=15, description="Municipalities in a group, at most")
    emphasis: Literal["even", "travel", "ties"] = Field("even", description="What weighs most in the score")
    crosses_regions: Truth = Field(
        default=False, description="Whether groups may cross the border of a reference region"
    )


class MissingOut(Schema):
    """A sector nobody is known of in a group."""

    sector: str
    nearest: str | None = Field(..., description="The nearest municipality that has it; null: none known")
    km: float | None


class CriteriaOut(Schema):
    """Each between 0 and 1; null is unknown."""

    helix: float | None
    travel: float | None
    ties: float | None
    balance: float | None


class GroupOut(Schema):
    """A grouping of municipalities that touch."""

    municipalities: list[str]
    seat: str = Field(..., description="The municipality the others lie nearest to")
    mean_km: float = Field(..., description="As the crow flies between middles, to the seat")
    inhabitants: int | None
    missing: list[MissingOut]
    shared_bodies: list[str] = Field(..., description="Refs of intermunicipal bodies at least two of them share")
    score: float
    criteria: CriteriaOut


class LeftOut(Schema):
    """A municipality without a group, and why."""

    nis: str
    why: str


class AlternativeOut(Schema):
    """One way to group them. `bound`: no way scores more."""

    score: float
    bound: float
    is_proved: bool
    quality: str
    criteria: CriteriaOut
    groups: list[GroupOut]
    left: list[LeftOut]


class ProposalsOut(Schema):
    """The alternatives, the best first."""

    on: date
    region: str
    crosses_regions: bool
    emphasis: str
    fewest: int
    most: int
    is_fictional: bool
    alternatives: list[AlternativeOut]


@questions.get("/alliances/proposals", ProposalsOut, summary="Proposed alliances", example={"region": "REFREG06"})
def propose_alliances(response: HttpResponse, asked: Query[ProposalsAsked]) -> dict[str, Any]:
    """Ways to group the municipalities of a reference region, or those around some municipalities.

    Groups hang together over borders and keep within the limits; where possible each has the whole helix.
    """
    on = today()
    try:
        found = proposals(_question(asked, on), on)
    except LimitsUseless as useless:
        raise Refused(HTTPStatus.UNPROCESSABLE_ENTITY, say(useless.reason), []) from useless
    flag_fictional(response, found.world.is_fictional)
    return proposals_json(found, on)


def _question(asked: ProposalsAsked, on: date) -> Question:
    if bool(asked.region) == bool(asked.nis):
        sentence = gettext("Geef region of nis: een van de twee.")
        raise Refused(HTTPStatus.UNPROCESSABLE_ENTITY, sentence, [])
    region = timeline().area("referentieregio", asked.region).code if asked.region else ""
    chosen = frozenset(timeline().municipality(nis, on).nis for nis in asked.nis)
    usual = policy_on(on).usual
    fewest = asked.fewest or min(usual.fewest, asked.most or usual.fewest)
    limits = Limits(fewest, asked.most or max(usual.most, fewest))
    return Question(region, chosen, limits, asked.emphasis, asked.crosses_regions)
