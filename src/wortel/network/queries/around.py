"""One actor and whom it works with: its own ties and those among its partners, without the rest of the network."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from wortel.actors.public import Listed, held_roles, located, located_of_kind, working_areas
from wortel.introductions.public import cooperation
from wortel.network.domain.cooperation import Cooperation, Node
from wortel.network.domain.ties import Tie, TieWeights, edges_on
from wortel.network.queries.gathering import (
    LEAD,
    PROJECT_PARTNER,
    body_ties,
    introduced_ties,
    partner_ties,
    place_node,
    place_ref,
    shared_project_ties,
    towns_served,
)
from wortel.network.queries.standing import node_of
from wortel.network.rulebook import network_rulebook
from wortel.organisations.public import partnerships

MUNICIPALITY = "municipality"


def around_actor(here: Listed, on: date) -> Cooperation:
    """The actor, its partners, and what binds them that day. Six statements; eight for a body or a municipality."""
    book = network_rulebook()
    kinds = book.names("body_kinds", on)
    ties = list(_ties([here.ref], on))
    ties += shared_project_ties(held_roles((LEAD, PROJECT_PARTNER), on), book.number("pairs_up_to", on))
    places: dict[str, Node] = {}
    if here.kind in kinds or here.kind == MUNICIPALITY:
        body_like, places = _of_bodies(here, kinds, on)
        ties += body_like
    beside = {here.ref, *(end for tie in ties if here.ref in (tie.a, tie.b) for end in (tie.a, tie.b))}
    ties += _ties(beside - {here.ref}, on)
    nodes = {**places, **{ref: node_of(actor) for ref, actor in located(beside).items()}}
    edges = edges_on(dict.fromkeys(ties), TieWeights.of(book, on), on)
    return Cooperation.of({ref: node for ref, node in nodes.items() if ref in beside}, edges)


def _ties(refs: Collection[str], on: date) -> Iterator[Tie]:
    yield from partner_ties(partnerships(on, refs))
    yield from introduced_ties(cooperation(on, refs))


def _of_bodies(here: Listed, kinds: Collection[str], on: date) -> tuple[list[Tie], dict[str, Node]]:
    """What binds bodies and municipalities, and the municipalities of this actor's world."""
    towns = [town for town in located_of_kind(MUNICIPALITY) if town.is_fictional == here.is_fictional]
    town_ref = {(town.nis, town.is_fictional): town.ref for town in towns}
    areas = working_areas(kinds)
    served = towns_served(areas, on)
    bodies = [Node(ref, "", "", "", "", here.is_fictional) for ref in served]
    ties = list(body_ties(served, bodies, town_ref))
    mine = {tie.b for tie in ties if tie.a == here.ref}
    places = {
        place_ref(nis, here.is_fictional): place_node(nis, on, here.is_fictional)
        for nis in served.get(here.ref, ())
        if place_ref(nis, here.is_fictional) in mine
    }
    return ties, places
