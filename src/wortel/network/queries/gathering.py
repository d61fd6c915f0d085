"""The ties as the rooms below tell them: partners, bodies with municipalities, projects, introductions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache

from wortel.actors.public import HeldRole, WorksFor
from wortel.introductions.public import WorkedTogether
from wortel.kernel.text import folded
from wortel.network.domain.cooperation import Node
from wortel.network.domain.ties import BODY, PARTNER, Tie, project_ties
from wortel.organisations.public import Partnership
from wortel.territory.domain.refusals import REFUSALS
from wortel.territory.public import timeline

LEAD, PROJECT_PARTNER = "project_lead", "project_partner"
_PROJECT = re.compile(r"(?:trekker|partner)\s+(?:van\s+)?(?P<name>[^(]+?)\s*(?:\(.*\))?", re.IGNORECASE)


def partner_ties(rows: Iterable[Partnership]) -> Iterator[Tie]:
    """An organisation names another: a tie from the day it did."""
    return (Tie(row.actor, row.partner, PARTNER, row.since, row.until) for row in rows)


def introduced_ties(rows: Iterable[WorkedTogether]) -> Iterator[Tie]:
    """A need met an offer: a tie on the ground of how far they are."""
    return (Tie(row.need_actor, row.offer_actor, row.state, row.since) for row in rows)


def shared_project_ties(rows: Iterable[HeldRole], pairs_up_to: int) -> Iterator[Tie]:
    """Who is named in one project: partners with the lead. A role that names no project ties nobody."""
    roles: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    names: dict[str, str] = {}
    for row in rows:
        found = _PROJECT.fullmatch(row.note.strip())
        if found:
            key = folded(found["name"])
            names.setdefault(key, found["name"])
            roles[key][row.role].add(row.ref)
    for key, held in sorted(roles.items()):
        yield from project_ties(names[key], held[LEAD], held[PROJECT_PARTNER], pairs_up_to)


def towns_served(rows: Iterable[WorksFor], on: date) -> Mapping[str, frozenset[str]]:
    """By actor the municipalities of that day it says to work for; whole provinces are in `provinces_served`."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.scheme == "gemeente":
            found[row.ref].update(_became(row.area, on))
    return {ref: frozenset(codes) for ref, codes in found.items() if codes}


def provinces_served(rows: Iterable[WorksFor]) -> Mapping[str, frozenset[str]]:
    """By actor the provinces it says to work for."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.scheme == "provincie":
            found[row.ref].add(row.area)
    return {ref: frozenset(codes) for ref, codes in found.items()}


def body_ties(
    towns_of: Mapping[str, frozenset[str]], bodies: Collection[Node], town_ref: Mapping[tuple[str, bool], str]
) -> Iterator[Tie]:
    """A body with each municipality it works for; never the municipalities with each other."""
    for body in bodies:
        for nis in sorted(towns_of.get(body.ref, ())):
            yield Tie(body.ref, town_ref.get((nis, body.is_fictional), place_ref(nis, body.is_fictional)), BODY)


def place_ref(nis: str, is_fictional: bool) -> str:
    """How a municipality is called in the network of a world that has no actor for it."""
    return f"demo-nis-{nis}" if is_fictional else f"nis-{nis}"


def place_node(nis: str, on: date, is_fictional: bool) -> Node:
    """A municipality that bodies work for and that is no actor in that world."""
    name = timeline().municipality(nis, on).name
    return Node(place_ref(nis, is_fictional), name, "municipality", "government", nis, is_fictional, is_place=True)


@lru_cache(maxsize=4096)
def _became(nis: str, on: date) -> tuple[str, ...]:
    """The codes of that day for one of any earlier day; nothing for a code that is none of Flanders."""
    try:
        return tuple(place.nis for place in timeline().successors(nis, on))
    except REFUSALS:
        return ()
