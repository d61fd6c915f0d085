"""Who works with whom, and who is missing, for programs."""

from http import HTTPStatus
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext
from ninja import Query, Schema
from pydantic import Field

from wortel.actors.public import role_label, sector_label
from wortel.network.api_shapes import NetworkOut
from wortel.network.domain.balance import Part
from wortel.network.domain.bodies import SharedBody
from wortel.network.domain.brokers import Broker
from wortel.network.domain.candidates import Ranked
from wortel.network.domain.roles import RoleStanding
from wortel.network.pages.asking import MOST
from wortel.network.queries.place import PlaceNetwork, place_network
from wortel.network.wording import say
from wortel.shell.api.problems import Refused
from wortel.shell.api.questions import Questions, flag_fictional
from wortel.shell.api.values import Key
from wortel.shell.clock import today
from wortel.territory.domain.refusals import REFUSALS
from wortel.territory.public import say_refusal, timeline

questions = Questions("network", REFUSALS, say_refusal)


class NetworkAsked(Schema):
    """Which municipalities of today: by code, by region, by province, or a mix; at least one."""

    nis: list[Key] = Field([], description="Codes of municipalities of today's map", examples=[["13003"]])
    region: list[Key] = Field([], description="Codes of reference regions", examples=[["REFREG03"]])
    province: list[Key] = Field([], description="Codes of provinces", examples=[["10000"]])


@questions.get("/network", NetworkOut, summary="Who works with whom", example={"region": "REFREG03"})
def show_network(response: HttpResponse, asked: Query[NetworkAsked]) -> dict[str, Any]:
    """The balance of the helix, gaps with candidates and reasons, shared bodies, brokers, and who works with whom.

    At least one municipality, region or province; together at most a hundred municipalities.
    """
    place = place_network(_codes(asked), today())
    flag_fictional(response, any(actor.is_fictional for actor in place.here))
    return {
        "municipalities": list(place.codes),
        "on": place.on,
        "actors": place.balance.total,
        "unknown_sector": place.balance.unknown,
        "sectors": [_part(part, sector_label(part.key)) for part in place.balance.sectors],
        "four_o": [_part(part, part.key) for part in place.balance.four_o],
        "roles": [_role(row) for row in place.roles],
        "gaps": _gaps(place),
        "bodies": [_body(place, body) for body in place.bodies],
        "brokers": [_broker(place, broker) for broker in place.brokers],
        "betweenness_sampled": place.between.sampled,
        "betweenness_seed": place.between.seed,
        "alone": [actor.ref for actor in place.alone],
        "ties": [
            {"a": it.a, "b": it.b, "since": it.since, "grounds": list(it.grounds), "weight": it.weight}
            for it in place.edges
        ],
    }


def _codes(asked: NetworkAsked) -> list[str]:
    on = today()
    codes = {timeline().municipality(nis, on).nis for nis in asked.nis}
    for scheme, areas in (("referentieregio", asked.region), ("provincie", asked.province)):
        codes |= {town.nis for area in areas for town in timeline().members_of_map(scheme, area, on)}
    if not 0 < len(codes) <= MOST:
        sentence = gettext("Geef een nis, region of province; samen hoogstens %(most)s gemeenten.") % {"most": MOST}
        raise Refused(HTTPStatus.UNPROCESSABLE_ENTITY, sentence, [])
    return sorted(codes)


def _part(part: Part, label: str) -> dict[str, Any]:
    return {
        "key": part.key,
        "label": label,
        "here": part.here,
        "fictional": part.fictional,
        "from_elsewhere": part.from_elsewhere,
        "presence": part.presence.value,
    }


def _role(row: RoleStanding) -> dict[str, Any]:
    return {
        "role": row.role,
        "label": role_label(row.role),
        "here": [holder.ref for holder in row.here],
        "from_elsewhere": [holder.ref for holder in row.from_elsewhere],
        "by_people": row.by_people,
    }


def _gaps(place: PlaceNetwork) -> list[dict[str, Any]]:
    sectors = [
        {"sector": key, "role": None, "candidates": _all(place, rows)} for key, rows in place.sector_gaps.items()
    ]
    return sectors + [
        {"sector": None, "role": key, "candidates": _all(place, rows)} for key, rows in place.role_gaps.items()
    ]


def _all(place: PlaceNetwork, rows: tuple[Ranked, ...]) -> list[dict[str, Any]]:
    return [_candidate(place, row) for row in rows]


def _candidate(place: PlaceNetwork, found: Ranked) -> dict[str, Any]:
    actor, km = place.known[found.candidate.ref], found.candidate.km
    return {
        "ref": actor.ref,
        "name": actor.name,
        "kind": actor.kind,
        "is_fictional": actor.is_fictional,
        "score": round(found.score, 4),
        "distance_km": None if km is None else round(km, 2),
        "criteria": [
            {"criterion": name, "value": round(value, 4), "reason": say(reason)}
            for name, value, reason in found.criteria
        ],
    }


def _body(place: PlaceNetwork, body: SharedBody) -> dict[str, Any]:
    actor = place.known[body.ref]
    return {
        "ref": actor.ref,
        "name": actor.name,
        "is_fictional": actor.is_fictional,
        "covers": list(body.covered),
        "leaves_out": list(body.left_out),
        "others": body.others,
    }


def _broker(place: PlaceNetwork, broker: Broker) -> dict[str, Any]:
    node = place.network.nodes[broker.ref]
    return {
        "ref": node.ref,
        "name": node.name,
        "is_fictional": node.is_fictional,
        "betweenness": round(broker.share, 6),
        "constraint": None if broker.constraint is None else round(broker.constraint, 4),
        "partners": broker.partners,
        "cut_off": broker.cut_off,
    }
