"""Groupings of municipalities beside plain ways to make them: `python -m benchmarks.grouping`.

The municipalities, borders and inhabitants are real, sectors and shared bodies drawn from a seed: no database. Peers:
growing groups greedily one after the other, and the local search that takes over where groups are too many.
"""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from wortel.alliances.domain.problem import HELIX, Limits, Problem, Town, Weights, hangs_together, ties_of_bodies
from wortel.alliances.domain.proposing import propose
from wortel.alliances.domain.scoring import Judge
from wortel.alliances.domain.search import SEED, _State, searched_division
from wortel.territory.domain.plane import to_plane
from wortel.territory.domain.statistics import Statistics
from wortel.territory.domain.timeline import Timeline
from wortel.territory.tables import read_statistics, read_timeline

ON = date(2026, 1, 1)
FOLDER = Path(__file__).parents[1] / "data" / "territory"
EVEN = Weights(helix=30, travel=30, ties=20, balance=20, far_km=20)
SHARES = dict(zip(HELIX, (0.98, 0.25, 0.5, 1.0, 0.95), strict=True))
SIZES = (8, 16, 32, 64)


@dataclass(frozen=True, slots=True)
class Measured:
    """One way on one area. `km` to the seat, meant over towns; `whole` is the share of groups with the whole helix."""

    way: str
    area: str
    towns: int
    score: float
    km: float
    whole: float
    left: int
    gap: float | None
    seconds: float


def worlds() -> tuple[Timeline, Statistics]:
    """The reference tables."""
    timeline = read_timeline(FOLDER)
    return timeline, read_statistics(FOLDER, timeline.register)


def problem_of(codes: Iterable[str], timeline: Timeline, statistics: Statistics) -> Problem:
    """These municipalities, with sectors by the share of municipalities that has one, and a body per nine or so."""
    random = Random(SEED)
    drawn = {
        place.nis: frozenset(sector for sector in HELIX if random.random() < SHARES[sector])
        for place in timeline.municipalities(ON)
    }
    bodies = []
    for place in timeline.municipalities(ON):
        if random.random() < 0.4:
            around = {place.nis, *(other.nis for other in timeline.neighbours(place.nis, ON))}
            bodies.append(frozenset(around))
    towns = frozenset(codes)
    rows = [_town(nis, drawn[nis], timeline, statistics) for nis in sorted(towns)]
    return Problem.of(rows, ties_of_bodies(bodies, towns, 10, 3), Limits(4, 7), EVEN)


def _town(nis: str, sectors: frozenset[str], timeline: Timeline, statistics: Statistics) -> Town:
    marker, people = timeline.marker(nis, ON), statistics.population(nis, ON)
    assert marker is not None
    beside = frozenset(other.nis for other in timeline.neighbours(nis, ON))
    return Town(nis, *to_plane(marker.lat, marker.lon), people.value if people else None, sectors, beside)


def best(problem: Problem) -> tuple[list[frozenset[str]], float | None]:
    """The proposal of the platform."""
    found = propose(problem, alternatives=1)[0]
    return [frozenset(group.towns) for group in found.groups], found.gap


def search(problem: Problem) -> tuple[list[frozenset[str]], float | None]:
    """Local search alone."""
    found = searched_division(problem, Judge(problem))
    return list(found.groups) if found else [], None


def greedy(problem: Problem) -> tuple[list[frozenset[str]], float | None]:
    """Groups grown one after the other, each by what keeps it best, and nothing bettered after."""
    state = _State(problem, Judge(problem), (), Random(SEED))
    state.grow()
    return list(state.division()), None


def measure(way: Callable[[Problem], Any], area: str, problem: Problem) -> Measured:
    """Runs one way, and judges what it made by the same measure."""
    began = time.perf_counter()
    groups, gap = way(problem)
    seconds = time.perf_counter() - began
    judge = Judge(problem)
    assert all(hangs_together(group, judge.by_nis) and judge.fits(group) for group in groups)
    judged = [judge.group(group) for group in groups]
    placed = sum(len(group.towns) for group in judged) or 1
    return Measured(
        way.__name__, area, len(problem.towns),
        round(sum(len(group.towns) * group.score for group in judged) / placed, 4),
        round(sum(len(group.towns) * group.mean_km for group in judged) / placed, 2),
        round(sum(group.is_whole for group in judged) / (len(judged) or 1), 3),
        len(problem.wanted) - placed, None if gap is None else round(gap, 4), round(seconds, 3),
    )  # fmt: skip


def around(start: str, size: int, timeline: Timeline) -> list[str]:
    """The first so many municipalities met when going out from one over borders."""
    found, waiting = [start], [start]
    while waiting and len(found) < size:
        for other in timeline.neighbours(waiting.pop(0), ON):
            if other.nis not in found and len(found) < size:
                found.append(other.nis)
                waiting.append(other.nis)
    return found


def exponent(rows: list[Measured]) -> float:
    """By which power of the number of towns the time grows, over the sizes measured."""
    first, last = rows[0], rows[-1]
    return math.log(last.seconds / first.seconds) / math.log(last.towns / first.towns)


def main() -> None:
    """Every region, then growing areas around Mechelen, then all of Flanders without regions; prints JSON lines."""
    timeline, statistics = worlds()
    areas = {
        area.name: [place.nis for place in timeline.members("referentieregio", area.code, ON)]
        for area in timeline.areas("referentieregio", ON)
    }
    everyone = [place.nis for place in timeline.municipalities(ON)]
    for name, codes in [*areas.items(), ("Vlaanderen", everyone)]:
        for way in (best, search, greedy):
            print(json.dumps(_row(measure(way, name, problem_of(codes, timeline, statistics)))), flush=True)
    for way in (best, search, greedy):
        rows = [
            measure(way, f"{size} rond Mechelen", problem_of(around("12025", size, timeline), timeline, statistics))
            for size in SIZES
        ]
        print(json.dumps({"way": way.__name__, "exponent": round(exponent(rows), 2), "rows": [_row(r) for r in rows]}))


def _row(row: Measured) -> dict[str, Any]:
    return {name: getattr(row, name) for name in Measured.__slots__}


if __name__ == "__main__":
    main()
