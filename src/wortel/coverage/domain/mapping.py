"""Coverage of every municipality of a map, and what it adds up to per area."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from wortel.coverage.domain.deciding import Decision, Said, State, decide
from wortel.coverage.domain.projection import Projection
from wortel.coverage.domain.rule import ReachRule
from wortel.coverage.domain.statements import Tally
from wortel.kernel.reason import Reason
from wortel.territory.domain.timeline import Timeline

ELSEWHERE = ""  # code of the row for municipalities that no area of the division is known to hold


@dataclass(frozen=True, slots=True)
class MunicipalityCoverage:
    """One municipality on the asked map in the asked year."""

    nis: str
    name: str
    state: State
    reason: Reason
    evidence: int


@dataclass(frozen=True, slots=True)
class CoverageMap:
    """All municipalities of the map of `on`, sorted by code, judged by `rule` on what was said about `year`."""

    year: int
    on: date
    rule: ReachRule
    municipalities: tuple[MunicipalityCoverage, ...]

    def count(self, state: State) -> int:
        """How many municipalities are in this state."""
        return sum(1 for place in self.municipalities if place.state is state)

    def in_state(self, state: State) -> tuple[MunicipalityCoverage, ...]:
        """The municipalities in this state, sorted by name."""
        return tuple(sorted((p for p in self.municipalities if p.state is state), key=lambda p: (p.name, p.nis)))


@dataclass(frozen=True, slots=True)
class Total:
    """How many municipalities an area holds on the map, and how many of them are in each state."""

    code: str
    name: str
    total: int
    reached: int
    contested: int
    not_reached: int
    unknown: int


def coverage_of_map(
    projection: Projection, tallies: Iterable[Tally], rule: ReachRule, year: int, on: date
) -> CoverageMap:
    """The state of every municipality on the map of `on`, which is the projection's map.

    `tallies` are the statements about `year`, in the codes of the projection's `then`; their order does not matter.
    """
    said = _said(projection, tallies)
    rows = []
    for place in projection.timeline.municipalities(on):
        found: Decision = decide(projection.pieces_of[place.nis], said.get(place.nis, Said()), rule)
        rows.append(MunicipalityCoverage(place.nis, place.name, found.state, found.reason, found.evidence))
    return CoverageMap(year, on, rule, tuple(rows))


def coverage_of_municipality(
    projection: Projection, nis: str, tallies: Iterable[Tally], rule: ReachRule
) -> MunicipalityCoverage:
    """The same for one municipality of the projection's map. Raises `UnknownMunicipality` and its kin."""
    place = projection.timeline.municipality(nis, projection.on)
    found = decide(projection.pieces_of[nis], _said(projection, tallies).get(nis, Said()), rule)
    return MunicipalityCoverage(place.nis, place.name, found.state, found.reason, found.evidence)


def _said(projection: Projection, tallies: Iterable[Tally]) -> Mapping[str, Said]:
    placed: dict[str, list[tuple[str, Tally]]] = defaultdict(list)
    lost: dict[str, int] = defaultdict(int)
    lost_in: dict[str, set[str]] = defaultdict(set)
    for tally in tallies:
        spot = projection.spot(tally.nis, tally.postcode)
        if spot.municipality is not None:
            placed[spot.municipality].append((spot.piece, tally))
        elif standing := tally.statements - tally.withdrawn - tally.denied_withdrawn:
            for nis in spot.candidates:
                lost[nis] += standing
                lost_in[nis].add(projection.timeline.find(tally.nis).name)
    return {
        nis: Said(placed.get(nis, ()), lost.get(nis, 0), tuple(sorted(lost_in.get(nis, ()))))
        for nis in {*placed, *lost}
    }


def totals(coverage: CoverageMap, timeline: Timeline, scheme: str) -> tuple[Total, ...]:
    """One row per area of the division, sorted by code; together they count every municipality once.

    A municipality stands in the area of the map's day, or in the first known area when the division is younger
    (`Timeline.area_of_map`); what no area holds stands in a last row with an empty code. Raises `UnknownArea`.
    """
    members: dict[tuple[str, str], list[MunicipalityCoverage]] = defaultdict(list)
    for place in coverage.municipalities:
        area = timeline.area_of_map(place.nis, scheme, coverage.on)
        members[(area.code, area.name) if area else (ELSEWHERE, "")].append(place)
    known = sorted(key for key in members if key[0] != ELSEWHERE)
    rest = [(ELSEWHERE, "")] if (ELSEWHERE, "") in members else []
    return tuple(total_of(code, name, members[code, name]) for code, name in [*known, *rest])


def total_of(code: str, name: str, places: Iterable[MunicipalityCoverage]) -> Total:
    """The municipalities counted by state."""
    states = [place.state for place in places]
    return Total(
        code,
        name,
        len(states),
        states.count(State.REACHED),
        states.count(State.CONTESTED),
        states.count(State.NOT_REACHED),
        states.count(State.UNKNOWN),
    )
