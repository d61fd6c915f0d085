"""The rows of the page: who works with whom, who could fill a gap, which bodies are shared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from urllib.parse import urlencode

from django.urls import reverse

from wortel.actors.public import Located, kind_label, role_label, sector_label
from wortel.network.domain.candidates import Ranked
from wortel.network.domain.cooperation import Node
from wortel.network.domain.roles import Holder
from wortel.network.domain.ties import Edge
from wortel.network.pages.picture import node_url
from wortel.network.queries.place import PlaceNetwork
from wortel.network.wording import grounds_of, presence_label, say, sources_of
from wortel.territory.domain.places import Municipality


@dataclass(frozen=True, slots=True)
class Who:
    """A name with its page; `is_fictional` asks for the tag."""

    name: str
    url: str
    is_fictional: bool
    words: str = ""


@dataclass(frozen=True, slots=True)
class TieRow:
    """Who works with whom, since when, what they do, and where we know it from."""

    one: Who
    other: Who
    since: date | None
    what: str
    source: str
    first: Node
    last: Node
    edge: Edge


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """Someone who could fill a gap, with its score out of hundred and the reasons; `invite_url` where one may."""

    who: Who
    score: int
    reasons: tuple[str, ...]
    invite_url: str
    ranked: Ranked


def who_is(actor: Located | Node, words: str = "") -> Who:
    """An actor, or a municipality without one."""
    if isinstance(actor, Node):
        return Who(actor.name, node_url(actor), actor.is_fictional and not actor.is_place, words)
    return Who(actor.name, reverse("actors:actor", args=[actor.ref]), actor.is_fictional, words)


def tie_rows(place: PlaceNetwork, start: int = 0, size: int | None = None) -> list[TieRow]:
    """The table beside the picture, or a page of it: by actor, those with the strongest ties first."""
    ordered = sorted(map(partial(_ends, place), place.edges), key=partial(_order, place))
    return [_tie(*ends) for ends in ordered[start : None if size is None else start + size]]


def candidate_rows(place: PlaceNetwork, found: Sequence[Ranked], inviting: str) -> list[CandidateRow]:
    """The candidates, the best first. `inviting` is the organisation the visitor decides for; empty: none."""
    return [_candidate(place, it, inviting) for it in found]


def sector_rows(place: PlaceNetwork) -> list[dict[str, object]]:
    """The five sectors of the helix, in their fixed order."""
    most = max((part.here for part in place.balance.sectors), default=0) or 1
    return [
        {
            "key": part.key,
            "label": sector_label(part.key),
            "here": part.here,
            "fictional": part.fictional,
            "share": part.here / most,
            "is_gap": not part.here,
            "presence": presence_label(part.presence),
            "from_elsewhere": part.from_elsewhere,
        }
        for part in place.balance.sectors
    ]


def role_rows(place: PlaceNetwork) -> list[dict[str, object]]:
    """The roles of the policy, each with who holds it here or for this place."""
    return [
        {
            "label": role_label(row.role),
            "here": [_holder(place, holder) for holder in row.here],
            "from_elsewhere": [_holder(place, holder) for holder in row.from_elsewhere],
            "by_people": row.by_people,
            "only_fictional": row.only_fictional,
            "is_absent": row.is_absent,
        }
        for row in place.roles
    ]


def body_rows(place: PlaceNetwork, towns: Sequence[Municipality]) -> list[dict[str, object]]:
    """The bodies that work here: for which of these municipalities, for which not, for how many others."""
    name_of = {town.nis: town.name for town in towns}
    return [
        {
            "who": who_is(place.known[body.ref], kind_label(place.known[body.ref].kind)),
            "covered": [name_of[nis] for nis in body.covered],
            "left_out": [name_of[nis] for nis in body.left_out],
            "others": body.others,
        }
        for body in place.bodies
    ]


def _ends(place: PlaceNetwork, edge: Edge) -> tuple[Node, Node, Edge]:
    """The one with the most partners in front."""
    first, last = sorted((edge.a, edge.b), key=lambda ref: (-len(place.network.partners(ref)), ref))
    return place.network.nodes[first], place.network.nodes[last], edge


def _order(place: PlaceNetwork, ends: tuple[Node, Node, Edge]) -> tuple[int, str, str, int, str]:
    one, other, edge = ends
    return -place.network.strength(one.ref), one.name, one.ref, -edge.weight, other.name


def _tie(one: Node, other: Node, edge: Edge) -> TieRow:
    return TieRow(who_is(one), who_is(other), edge.since, grounds_of(edge), sources_of(edge), one, other, edge)


def _candidate(place: PlaceNetwork, found: Ranked, inviting: str) -> CandidateRow:
    actor = place.known[found.candidate.ref]
    url = ""
    if inviting:
        url = reverse("organisations:partners", args=[inviting]) + "?" + urlencode({"q": actor.name})
    reasons = tuple(say(reason) for reason in found.reasons)
    return CandidateRow(who_is(actor, kind_label(actor.kind)), round(100 * found.score), reasons, url, found)


def _holder(place: PlaceNetwork, holder: Holder) -> tuple[Who, date | None]:
    return who_is(place.known[holder.ref]), holder.valid_from
