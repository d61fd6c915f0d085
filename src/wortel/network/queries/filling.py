"""Who could fill a gap in a place: the nearest, those who work for it, and those who work with someone there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import hypot

from wortel.actors.public import Located, nearest_of_sectors
from wortel.network.domain.candidates import Candidate, CandidateRules, Ranked, ranked
from wortel.network.queries.standing import StandingNetwork
from wortel.network.rulebook import network_rulebook
from wortel.territory.domain.plane import to_plane
from wortel.territory.public import timeline

PER_SECTOR, SHOWN = 40, 5


@dataclass(frozen=True, slots=True)
class Place:
    """Some municipalities: a point in each (kilometres of the local plane), the province of each, and who is here.

    `serving` are those who say to work for it from elsewhere.
    """

    codes: tuple[str, ...]
    points: tuple[tuple[float, float], ...]
    province_of: Mapping[str, str]
    inside: frozenset[str]
    serving: frozenset[str]
    rules: CandidateRules

    @classmethod
    def of(cls, codes: Sequence[str], on: date, inside: frozenset[str], serving: frozenset[str]) -> Place:
        """These municipalities of that day."""
        markers = (timeline().marker(nis, on) for nis in codes)
        points = tuple(to_plane(marker.lat, marker.lon) for marker in markers if marker is not None)
        rules = CandidateRules.of(network_rulebook(), on)
        return cls(tuple(codes), points, province_codes(codes, on), inside, serving, rules)

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the points."""
        size = max(1, len(self.points))
        return sum(x for x, _ in self.points) / size, sum(y for _, y in self.points) / size

    def km_to(self, actor: Located) -> float | None:
        """From the actor to the nearest of the points; `None` when its place is unknown."""
        if actor.x_km is None or actor.y_km is None or not self.points:
            return None
        return min(hypot(actor.x_km - x, actor.y_km - y) for x, y in self.points)


def province_codes(codes: Iterable[str], on: date) -> Mapping[str, str]:
    """The province of each municipality of that day."""
    areas = ((nis, timeline().area_of_map(nis, "provincie", on)) for nis in codes)
    return {nis: area.code for nis, area in areas if area is not None}


def sector_candidates(
    standing: StandingNetwork, sectors: Sequence[str], place: Place
) -> tuple[Mapping[str, tuple[Ranked, ...]], Mapping[str, Located]]:
    """Per missing sector the best candidates from elsewhere, and who they are. Two statements.

    First those within the distance that counts for something; where these are too few, the nearest however far.
    """
    (x_km, y_km), codes = place.middle, place.codes
    reach = max((hypot(x - x_km, y - y_km) for x, y in place.points), default=0.0) + place.rules.far_km
    near = nearest_of_sectors(sectors, x_km, y_km, outside=codes, within_km=reach, limit=PER_SECTOR)
    few = [sector for sector in sectors if sum(actor.sector == sector for actor in near) < SHOWN]
    far = nearest_of_sectors(few, x_km, y_km, outside=codes, within_km=None, limit=PER_SECTOR)
    linked = (standing.network.around(place.inside) | place.serving) - place.inside
    by_link = (standing.actors[ref] for ref in sorted(linked) if ref in standing.actors)
    found = {actor.ref: actor for actor in (*near, *far, *by_link)}
    return {
        sector: _best(standing, [it for it in found.values() if it.sector == sector], place) for sector in sectors
    }, found


def role_candidates(standing: StandingNetwork, roles: Iterable[str], place: Place) -> Mapping[str, tuple[Ranked, ...]]:
    """Per role that nobody here holds, the best of those who hold it elsewhere. No statement."""
    held = {role: {row.ref for row in standing.roles if row.role == role} - place.inside for role in roles}
    return {
        role: _best(standing, [standing.actors[ref] for ref in sorted(refs) if ref in standing.actors], place)
        for role, refs in held.items()
    }


def _best(standing: StandingNetwork, actors: Iterable[Located], place: Place) -> tuple[Ranked, ...]:
    candidates = (
        Candidate(
            ref=actor.ref,
            km=place.km_to(actor),
            ties_here=sum(partner in place.inside for partner in standing.network.partners(actor.ref)),
            towns_served=_towns(standing, actor.ref, place),
            status=actor.status,
            is_claimed=actor.is_claimed,
        )
        for actor in actors
    )
    return ranked(candidates, len(place.codes), place.rules)[:SHOWN]


def _towns(standing: StandingNetwork, ref: str, place: Place) -> int:
    named, provinces = standing.towns_of.get(ref, frozenset()), standing.provinces_of.get(ref, frozenset())
    return sum(nis in named or place.province_of.get(nis, "") in provinces for nis in place.codes)
