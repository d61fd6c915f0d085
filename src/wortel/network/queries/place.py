"""Who is missing in a place and who works with whom there: everything the page, the file and the API tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from wortel.actors.public import Located, located_in
from wortel.network.domain.balance import Balance, balance
from wortel.network.domain.between import Betweenness
from wortel.network.domain.bodies import SharedBody, shared_bodies
from wortel.network.domain.brokers import Broker, brokers
from wortel.network.domain.candidates import Ranked
from wortel.network.domain.cooperation import Cooperation
from wortel.network.domain.roles import Holder, RoleStanding, standing_roles
from wortel.network.domain.ties import Edge
from wortel.network.queries.filling import Place, province_codes, role_candidates, sector_candidates
from wortel.network.queries.gathering import place_ref
from wortel.network.queries.standing import StandingNetwork, standing_network
from wortel.network.rulebook import network_rulebook
from wortel.people.domain.capacities import CATALYST
from wortel.people.public import areas_with
from wortel.territory.public import timeline

BROKERS = 5


@dataclass(frozen=True, slots=True)
class PlaceNetwork:
    """Of some municipalities on a day. `known` are the actors spoken of, by ref; `inside` those that count as here."""

    codes: tuple[str, ...]
    on: date
    here: tuple[Located, ...]
    balance: Balance
    roles: tuple[RoleStanding, ...]
    sector_gaps: Mapping[str, tuple[Ranked, ...]]
    role_gaps: Mapping[str, tuple[Ranked, ...]]
    bodies: tuple[SharedBody, ...]
    brokers: tuple[Broker, ...]
    alone: tuple[Located, ...]
    edges: tuple[Edge, ...]
    inside: frozenset[str]
    network: Cooperation
    between: Betweenness
    known: Mapping[str, Located]


def place_network(codes: Sequence[str], on: date) -> PlaceNetwork:
    """Of these municipalities of that day. Nine statements, six more when something has changed since."""
    standing, here = standing_network(on), located_in(codes)
    refs = frozenset(actor.ref for actor in here)
    serving = _serving(standing, codes, on) - refs
    inside = refs | _towns(standing, codes)
    whole = balance(
        ((actor.sector, actor.is_fictional) for actor in here),
        (standing.actors[ref].sector for ref in serving if ref in standing.actors),
    )
    roles = standing_roles(
        _expected(on), (Holder(row.ref, row.role, row.valid_from) for row in standing.roles), refs, serving
    )
    roles = _with_people(roles, codes, on)
    place = Place.of(codes, on, inside, serving)
    sector_gaps, found = sector_candidates(standing, whole.missing, place)
    return PlaceNetwork(
        codes=tuple(codes),
        on=on,
        here=here,
        balance=whole,
        roles=roles,
        sector_gaps=sector_gaps,
        role_gaps=role_candidates(standing, [row.role for row in roles if row.is_absent], place),
        bodies=shared_bodies(_bodies(standing, on), codes),
        brokers=brokers(standing.network, standing.between, sorted(standing.network.around(inside)), BROKERS),
        alone=tuple(sorted((actor for actor in here if actor.ref not in standing.network.nodes), key=_who_first)),
        edges=standing.network.touching(inside),
        inside=inside,
        network=standing.network,
        between=standing.between,
        known={**standing.actors, **found, **{actor.ref: actor for actor in here}},
    )


def _expected(on: date) -> tuple[str, ...]:
    value = network_rulebook().rule("expected_roles", on).value
    return value if isinstance(value, tuple) else ()


def _with_people(roles: Sequence[RoleStanding], codes: Sequence[str], on: date) -> tuple[RoleStanding, ...]:
    """A gangmaker is a person with a mandate for an area; who that is, is not said. One statement."""
    held = [
        is_fictional
        for scheme, area, is_fictional in areas_with(CATALYST, on)
        if not scheme or any(_is_in(nis, scheme, area, on) for nis in codes)
    ]
    return tuple(
        replace(row, by_people=len(held), only_fictional=bool(held) and all(held)) if row.role == CATALYST else row
        for row in roles
    )


def _is_in(nis: str, scheme: str, area: str, on: date) -> bool:
    if scheme == "gemeente":
        return nis == area
    found = timeline().area_of_map(nis, scheme, on)
    return found is not None and found.code == area


def _serving(standing: StandingNetwork, codes: Sequence[str], on: date) -> frozenset[str]:
    """Who says to work for one of these municipalities, or for a whole province that holds one."""
    asked, provinces = frozenset(codes), frozenset(province_codes(codes, on).values())
    return frozenset(
        {ref for ref, towns in standing.towns_of.items() if towns & asked}
        | {ref for ref, served in standing.provinces_of.items() if served & provinces}
    )


def _towns(standing: StandingNetwork, codes: Sequence[str]) -> frozenset[str]:
    """The municipalities themselves, in the real and in the invented world."""
    both = ((nis, is_fictional) for nis in codes for is_fictional in (False, True))
    return frozenset(standing.town_ref.get(town, place_ref(*town)) for town in both)


def _bodies(standing: StandingNetwork, on: date) -> Mapping[str, frozenset[str]]:
    kinds = network_rulebook().names("body_kinds", on)
    return {
        ref: towns
        for ref, towns in standing.towns_of.items()
        if ref in standing.actors and standing.actors[ref].kind in kinds
    }


def _who_first(actor: Located) -> tuple[bool, bool]:
    """Whoever keeps its own profile can be reached first; they come by name already."""
    return not actor.is_claimed, actor.status != "active"
