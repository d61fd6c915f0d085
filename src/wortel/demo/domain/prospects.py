"""Which municipality is reached in which year: the plan that the invented evidence then tells.

Published (cited in data/demo/README.md): 162 reached in 2019; 221 in 2020, by province 41, 24, 56, 36 and 64; 220 in
2021; 221 in 2022 with every municipality of West-Vlaanderen. Churn of three to six in a hundred a year is assumed: the
source only says that some joined and some left.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from random import Random

from wortel.demo.domain.chance import stream
from wortel.territory.domain.timeline import Timeline

YEARS = range(2019, 2027)
REACHED_2020 = {"10000": 41, "70000": 24, "40000": 56, "20001": 36, "30000": 64}
"""Municipalities reached in 2020 by province code: Antwerpen, Limburg, Oost- and Vlaams-Brabant, West-Vlaanderen."""

REACHED_IN = {2019: 162, 2020: 221, 2021: 220, 2022: 221, 2023: 222, 2024: 224, 2025: 214, 2026: 201}
"""Wanted totals. After 2022 nothing is published: those are assumed; 2025 counts on 285, and 2026 is not over."""

WEST_FLANDERS = "30000"
CONTESTED_SHARE, DENIED_SHARE = 0.06, 0.42
"""Of the municipalities that are not reached; about the others nobody says anything."""


class Prospect(StrEnum):
    """What the evidence about one municipality and year will amount to."""

    REACHED = "reached"
    CONTESTED = "contested"
    DENIED = "denied"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Fixed:
    """What a story says of a code in some years; it goes before chance."""

    nis: str
    years: tuple[int, ...]
    prospect: Prospect


Plan = Mapping[tuple[int, str], Prospect]


def plan(seed: int, timeline: Timeline, fixed: Sequence[Fixed]) -> Plan:
    """The prospect of every code standing at the end of each year."""
    told = {(year, row.nis): row.prospect for row in fixed for year in row.years}
    found: dict[tuple[int, str], Prospect] = {}
    reached: frozenset[str] = frozenset()
    for year in (2020, *(year for year in YEARS if year > 2020), 2019):
        reached = _reached(seed, timeline, year, reached if year != 2019 else _of_year(found, 2020), told)
        for place in timeline.municipalities(date(year, 12, 31)):
            is_reached = place.nis in reached
            chosen = Prospect.REACHED if is_reached else _silence(seed, year, place.nis)
            found[year, place.nis] = told.get((year, place.nis), chosen)
    return found


def _of_year(found: Plan, year: int) -> frozenset[str]:
    return frozenset(nis for (of, nis), prospect in found.items() if of == year and prospect is Prospect.REACHED)


def _silence(seed: int, year: int, nis: str) -> Prospect:
    """Who was denied or silent last year tends to be so again: the habit weighs more than the year."""
    habit, mood = stream(seed, nis, "silence").random(), stream(seed, nis, "silence", year).random()
    if mood < CONTESTED_SHARE:
        return Prospect.CONTESTED
    return Prospect.DENIED if 0.8 * habit + 0.2 * mood < DENIED_SHARE else Prospect.SILENT


Told = Mapping[tuple[int, str], Prospect]


def _reached(seed: int, timeline: Timeline, year: int, before: frozenset[str], told: Told) -> frozenset[str]:
    day = date(year, 12, 31)
    codes = [place.nis for place in timeline.municipalities(day)]
    never = {nis for nis in codes if told.get((year, nis), Prospect.REACHED) is not Prospect.REACHED}
    always = {nis for nis in codes if told.get((year, nis)) is Prospect.REACHED}
    chance = stream(seed, "churn", year)
    if year == 2020:
        return _first_year(seed, timeline, codes, never, always)
    if year == 2019:
        keep = _ranked(seed, year, before & set(codes) - always)
        return frozenset(always | set(keep[: REACHED_IN[year] - len(always)]))
    kept = {after.nis for nis in before for after in timeline.successors(nis, day)} - never
    if year == 2022:
        always |= {nis for nis in codes if _province(timeline, nis, day) == WEST_FLANDERS}
    leavers = _leavers(seed, chance, year, kept - always)
    kept = (kept - leavers) | always
    waiting = _ranked(seed, year, set(codes) - kept - never - leavers)
    return frozenset(kept | set(waiting[: max(REACHED_IN[year] - len(kept), 0)]))


def _first_year(
    seed: int, timeline: Timeline, codes: Sequence[str], never: set[str], always: set[str]
) -> frozenset[str]:
    found: set[str] = set()
    for province, number in REACHED_2020.items():
        mine = {nis for nis in codes if _province(timeline, nis, date(2020, 12, 31)) == province}
        first = sorted(mine & always)
        found.update([*first, *_ranked(seed, 2020, mine - always - never)][:number])
    return frozenset(found)


def _leavers(seed: int, chance: Random, year: int, candidates: set[str]) -> set[str]:
    number = round(chance.uniform(0.03, 0.06) * len(candidates))
    return set(_ranked(seed, year, candidates, habit=0.25)[len(candidates) - number :])


def _ranked(seed: int, year: int, codes: Set[str], habit: float = 0.6) -> list[str]:
    """The keenest first: `habit` is the share of zeal that lasts, the rest is the chance of the year."""

    def zeal(nis: str) -> float:
        lasting, passing = stream(seed, nis, "zeal").random(), stream(seed, nis, "zeal", year).random()
        return habit * lasting + (1 - habit) * passing

    return sorted(codes, key=lambda nis: (-zeal(nis), nis))


def _province(timeline: Timeline, nis: str, day: date) -> str:
    area = timeline.area_of(nis, "provincie", day)
    return area.code if area else ""
