"""The whole network of a day, reckoned once for as long as nothing in it changes.

Each process keeps its own. Whether something changed is asked with every page, in five statements.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from threading import Lock

from wortel.actors.public import (
    HeldRole,
    Located,
    WorksFor,
    actors_version,
    held_roles,
    located,
    located_of_kind,
    working_areas,
)
from wortel.introductions.public import cooperation, cooperation_version
from wortel.network.domain.between import Betweenness, betweenness
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
    provinces_served,
    shared_project_ties,
    towns_served,
)
from wortel.network.rulebook import network_rulebook
from wortel.organisations.public import partnerships, partnerships_version
from wortel.territory.public import timeline

_KEPT: dict[tuple[str, date], StandingNetwork] = {}
_LOCK = Lock()
_MOST = 2


@dataclass(frozen=True, slots=True)
class StandingNetwork:
    """Who works with whom, who links whom, and for which municipalities and provinces of that day who works.

    `actors` are those that are tied, serve an area or hold a role; `town_ref` is the node of a municipality in the
    real (`False`) and in the invented world.
    """

    network: Cooperation
    between: Betweenness
    actors: Mapping[str, Located]
    towns_of: Mapping[str, frozenset[str]]
    provinces_of: Mapping[str, frozenset[str]]
    roles: tuple[HeldRole, ...]
    town_ref: Mapping[tuple[str, bool], str]


def standing_network(on: date) -> StandingNetwork:
    """The network of that day. Five statements; six more, and the reckoning, when something has changed since."""
    key = ("|".join((actors_version(), partnerships_version(), cooperation_version())), on)
    with _LOCK:
        found = _KEPT.get(key)
        if found is None:
            found = _reckoned(on)
            while len(_KEPT) >= _MOST:
                del _KEPT[next(iter(_KEPT))]
            _KEPT[key] = found
    return found


def forget() -> None:
    """Reckons anew at the next question; for tests."""
    _KEPT.clear()


def node_of(actor: Located) -> Node:
    """An actor as it stands in the network."""
    return Node(actor.ref, actor.name, actor.kind, actor.sector, actor.nis, actor.is_fictional)


def _reckoned(on: date) -> StandingNetwork:
    book = network_rulebook()
    roles = held_roles((*sorted(book.names("expected_roles", on)), LEAD, PROJECT_PARTNER), on)
    areas, towns = working_areas(), located_of_kind("municipality")
    ties = [*partner_ties(partnerships(on)), *introduced_ties(cooperation(on))]
    ties += shared_project_ties(roles, book.number("pairs_up_to", on))
    spoken_of = {end for tie in ties for end in (tie.a, tie.b)} | {row.ref for row in roles}
    actors = {**located(spoken_of | {row.ref for row in areas}), **{town.ref: town for town in towns}}
    town_ref = {(town.nis, town.is_fictional): town.ref for town in towns}
    return _put_together(on, ties, areas, roles, actors, town_ref)


def _put_together(
    on: date,
    ties: list[Tie],
    areas: tuple[WorksFor, ...],
    roles: tuple[HeldRole, ...],
    actors: Mapping[str, Located],
    town_ref: Mapping[tuple[str, bool], str],
) -> StandingNetwork:
    book = network_rulebook()
    nodes = {ref: node_of(actor) for ref, actor in actors.items()}
    kinds, served = book.names("body_kinds", on), towns_served(areas, on)
    bodies = [node for node in nodes.values() if node.kind in kinds]
    for place in timeline().municipalities(on):
        for is_fictional in (False, True):
            if (place.nis, is_fictional) not in town_ref:
                nodes[place_ref(place.nis, is_fictional)] = place_node(place.nis, on, is_fictional)
    edges = edges_on([*ties, *body_ties(served, bodies, town_ref)], TieWeights.of(book, on), on)
    network = Cooperation.of(nodes, edges)
    between = betweenness(
        network,
        exact_up_to=book.number("exact_up_to", on),
        sampled_from=book.number("sampled_from", on),
        seed=book.number("sample_seed", on),
    )
    return StandingNetwork(network, between, actors, served, provinces_served(areas), roles, town_ref)
