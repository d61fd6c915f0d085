"""From a question in words to a problem: the municipalities of the area, what is known there, who they work with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from wortel.actors.public import sectors_there, working_areas
from wortel.alliances.domain.problem import Limits, Problem, Town, ties_of_bodies
from wortel.alliances.rulebook import policy_on
from wortel.territory.domain.places import Municipality
from wortel.territory.domain.plane import to_plane
from wortel.territory.domain.refusals import UnknownArea, UnknownMunicipality
from wortel.territory.public import statistics, timeline

REGION = "referentieregio"
BODY = "intermunicipal"
FICTIONAL = "demo-"
GOVERNMENT = frozenset({"government"})


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: a region, or groups around some towns (`chosen`); with neither, all of Flanders.

    `crosses`: groups may go over the border of a reference region.
    """

    region: str
    chosen: frozenset[str]
    limits: Limits
    emphasis: str
    crosses: bool


@dataclass(frozen=True, slots=True)
class World:
    """What is known of municipalities today: sectors, and for whom intermunicipal bodies work.

    All real; or all invented but the municipalities themselves, which are real in the demo too, and governments.
    """

    sectors: Mapping[str, frozenset[str]]
    bodies: Mapping[str, frozenset[str]]
    is_fictional: bool

    def shared(self, codes: Iterable[str]) -> tuple[str, ...]:
        """The bodies that work for at least two of these municipalities: most of them first."""
        towns = frozenset(codes)
        counted = [(len(members & towns), ref) for ref, members in self.bodies.items()]
        return tuple(ref for n, ref in sorted(counted, key=lambda row: (-row[0], row[1])) if n > 1)


def world_on(on: date) -> World:
    """The real world; in an installation that shows the demo, the invented one. Two statements."""
    real, invented = sectors_there()
    is_fictional = bool(invented)
    bodies: dict[str, set[str]] = defaultdict(set)
    for row in working_areas((BODY,)):
        if row.ref.startswith(FICTIONAL) == is_fictional:
            bodies[row.ref] |= {place.nis for place in _towns_of(row.scheme, row.area, on)}
    here = {*real, *invented}
    sectors = {nis: invented.get(nis, frozenset()) | (real.get(nis, frozenset()) & GOVERNMENT) for nis in here}
    return World(
        sectors if is_fictional else real, {ref: frozenset(codes) for ref, codes in bodies.items()}, is_fictional
    )


def problem_of(question: Question, world: World, on: date) -> Problem:
    """The municipalities to group. Over the border of a region also those that touch it may join."""
    wanted = wanted_towns(question, on)
    codes = set(wanted)
    if question.crosses:
        codes |= {beside.nis for nis in wanted for beside in timeline().neighbours(nis, on)}
    policy = policy_on(on, question.emphasis)
    towns = [_town(timeline().municipality(nis, on), nis in wanted, world, on) for nis in sorted(codes)]
    if not question.crosses:
        region_of = {town.nis: town.region for town in towns}
        towns = [_within_region(town, region_of) for town in towns]
    ties = ties_of_bodies(world.bodies.values(), frozenset(codes), policy.body_full, policy.ties_full)
    return Problem.of(towns, ties, question.limits, policy.weights, policy.kept_pairs)


def wanted_towns(question: Question, on: date) -> frozenset[str]:
    """The municipalities that must find a place: of the region; around chosen ones, of their regions; else all."""
    if question.region:
        return frozenset(place.nis for place in timeline().members_of_map(REGION, question.region, on))
    everyone = timeline().municipalities(on)
    if not question.chosen or question.crosses:
        return frozenset(place.nis for place in everyone)
    regions = {region_of(nis, on) for nis in question.chosen}
    return frozenset(place.nis for place in everyone if region_of(place.nis, on) in regions)


def region_of(nis: str, on: date) -> str:
    """The code of the reference region of a municipality; empty when unknown."""
    area = timeline().area_of_map(nis, REGION, on)
    return area.code if area else ""


def _town(place: Municipality, is_wanted: bool, world: World, on: date) -> Town:
    marker, people = timeline().marker(place.nis, on), statistics().population(place.nis, on)
    x_km, y_km = to_plane(marker.lat, marker.lon) if marker else (0.0, 0.0)
    beside = frozenset(other.nis for other in timeline().neighbours(place.nis, on))
    sectors = world.sectors.get(place.nis, frozenset())
    return Town(
        place.nis, x_km, y_km, people.value if people else None, sectors, beside, region_of(place.nis, on), is_wanted
    )


def _within_region(town: Town, region_of: Mapping[str, str]) -> Town:
    beside = frozenset(nis for nis in town.neighbours if region_of.get(nis) == town.region)
    return Town(
        town.nis, town.x_km, town.y_km, town.people, town.sectors, beside, town.region, is_wanted=town.is_wanted
    )


def _towns_of(scheme: str, code: str, on: date) -> tuple[Municipality, ...]:
    """The municipalities of today that an area means; none for an area nobody knows."""
    try:
        if scheme != "gemeente":
            return timeline().members_of_map(scheme, code, on)
        place = timeline().find(code)
        return timeline().successors(code, on) if on not in place.valid else (place,)
    except (UnknownArea, UnknownMunicipality):
        return ()
