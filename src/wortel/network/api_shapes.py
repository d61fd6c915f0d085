"""The shape of the network's answer."""

from datetime import date

from ninja import Schema
from pydantic import Field


class PartOut(Schema):
    """One sector of the helix, or one O."""

    key: str = Field(..., description="Key of the sector or the O")
    label: str
    here: int = Field(..., description="How many actors work here")
    fictional: int = Field(..., description="How many of those are made up")
    from_elsewhere: int = Field(..., description="How many work for this place from elsewhere")
    presence: str = Field(..., description="here, from_elsewhere, perhaps (some have no known sector) or nobody_known")


class CriterionOut(Schema):
    """What a candidate got for one criterion, and why."""

    criterion: str
    value: float = Field(..., description="Between 0 and 1")
    reason: str


class CandidateOut(Schema):
    """Someone who could fill a gap; the best first."""

    ref: str
    name: str
    kind: str
    is_fictional: bool
    score: float = Field(..., description="Between 0 and 1: the weighted sum of the criteria")
    distance_km: float | None = Field(
        ..., description="As the crow flies, to the nearest municipality; null is unknown"
    )
    criteria: list[CriterionOut]


class GapOut(Schema):
    """A sector or a role nobody here has, with who could."""

    sector: str | None = Field(..., description="Key of the sector; null for a role")
    role: str | None = Field(..., description="Key of the role; null for a sector")
    candidates: list[CandidateOut]


class RoleOut(Schema):
    """A role of the policy and who holds it."""

    role: str
    label: str
    here: list[str] = Field(..., description="Refs of who holds it here")
    from_elsewhere: list[str] = Field(..., description="Refs of who holds it elsewhere and works for this place")
    by_people: int = Field(..., description="People with a mandate for this place in that role; nobody is named")


class BodyOut(Schema):
    """An intermunicipal body or learning ecosystem that works here."""

    ref: str
    name: str
    is_fictional: bool
    covers: list[str] = Field(..., description="Codes of the municipalities asked for that it works for")
    leaves_out: list[str] = Field(..., description="Codes of those it does not work for")
    others: int = Field(..., description="How many other municipalities it works for")


class BrokerOut(Schema):
    """An actor on the shortest ways between others."""

    ref: str
    name: str
    is_fictional: bool
    betweenness: float
    constraint: float | None = Field(..., description="Burt's constraint: low when its partners do not know each other")
    partners: int
    cut_off: int = Field(..., description="How many actors would lose the rest without it")


class TieOut(Schema):
    """Two that work together."""

    a: str = Field(..., description="Ref of an actor; nis-… or demo-nis-… for a municipality without one")
    b: str
    since: date | None = Field(..., description="Null is unknown")
    grounds: list[str] = Field(..., description="partner, body, project, done, confirmed or in_contact")
    weight: int


class NetworkOut(Schema):
    """Who is missing in a place, and who works with whom."""

    municipalities: list[str]
    on: date
    actors: int
    unknown_sector: int = Field(..., description="Actors whose sector nobody says; they are in no part")
    sectors: list[PartOut]
    four_o: list[PartOut]
    roles: list[RoleOut]
    gaps: list[GapOut]
    bodies: list[BodyOut]
    brokers: list[BrokerOut]
    betweenness_sampled: int = Field(..., description="Number of starting points of the estimate; 0 is exact")
    betweenness_seed: int
    alone: list[str] = Field(..., description="Refs of actors here that work with nobody we know of")
    ties: list[TieOut]
