"""One invented world: from a size and a seed, the files that its invented registers would hand in."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from wortel.actors.domain.kinds import KIND_OF, RESEARCH
from wortel.demo.domain.counting import counts
from wortel.demo.domain.evidence import Teller
from wortel.demo.domain.institutions import institutions
from wortel.demo.domain.naming import Namer
from wortel.demo.domain.networks import networks
from wortel.demo.domain.parts import Parts
from wortel.demo.domain.prospects import YEARS, plan
from wortel.demo.domain.registers import Edition, editions
from wortel.demo.domain.rows import ActorRow
from wortel.demo.domain.size import TAKING_PART, Size, towns_in
from wortel.demo.domain.statements import EvidenceRow
from wortel.demo.domain.stories import FIXED, NO_RESEARCH, SCARCE, cast_rows, told_evidence
from wortel.demo.domain.towns import Town, read_towns
from wortel.territory.domain.statistics import Statistics
from wortel.territory.domain.timeline import Timeline

NEAREST_ACADEMIES = 3


@dataclass(frozen=True, slots=True)
class Ground:
    """What a world is made from: the real territory, the parts, and the names that real actors have (by code)."""

    timeline: Timeline
    statistics: Statistics
    parts: Parts
    real_names: Mapping[str, Collection[str]]


@dataclass(frozen=True, slots=True)
class World:
    """The rows of one world: files of actors in the order they came in, and evidence."""

    size: Size
    seed: int
    editions: tuple[Edition, ...]
    evidence: tuple[EvidenceRow, ...]

    def fingerprint(self) -> str:
        """The same for the same rows in the same order (SHA-256, hex)."""
        found = hashlib.sha256()
        for cells in self.cells():
            found.update(json.dumps(cells, ensure_ascii=False).encode() + b"\n")
        return found.hexdigest()

    def cells(self) -> Iterator[dict[str, str]]:
        """Every row of every file."""
        for edition in self.editions:
            yield from (row.cells() for row in edition.rows)
        yield from (row.cells() for row in self.evidence)


def make_world(size: Size, seed: int, ground: Ground) -> World:
    """The world of this size and seed on this ground. Raises `NamesRunOut`."""
    everywhere = read_towns(ground.timeline, ground.statistics)
    towns = towns_in(size, everywhere)
    rows = _actors(size, seed, ground, everywhere, towns)
    by_nis = {town.nis: town for town in towns}
    teller = Teller(seed, ground.parts, ground.timeline, _academies_near(rows, towns, ground.timeline))
    planned = plan(seed, ground.timeline, FIXED)
    told = [row for row in told_evidence(ground.timeline) if row.nis in teller.academies_near]
    evidence = (*teller.tell(planned), *told)
    return World(
        size=size,
        seed=seed,
        editions=tuple(editions(seed, rows, ground.timeline, by_nis)),
        evidence=tuple(sorted(evidence, key=lambda row: row.key)),
    )


def _actors(size: Size, seed: int, ground: Ground, everywhere: Sequence[Town], towns: Sequence[Town]) -> list[ActorRow]:
    namer = Namer(ground.parts, ground.real_names)
    rows = list(cast_rows(seed, {town.nis: town for town in towns}))
    for row in rows:
        namer.take(row.nis, row.name)
    numbers = counts(seed, everywhere, SCARCE)
    share = TAKING_PART if size is Size.S else 1.0
    for town in towns:
        rows += institutions(seed, town, numbers[town.nis], namer, share)
    rows += networks(seed, towns, SCARCE, namer, size)
    regions = {town.nis: town.region for town in towns}
    rows = [row for row in rows if not (regions[row.nis] == NO_RESEARCH and KIND_OF[row.kind].sector == RESEARCH)]
    return sorted(rows, key=lambda row: row.key)


def _academies_near(rows: Sequence[ActorRow], towns: Sequence[Town], timeline: Timeline) -> dict[str, tuple[str, ...]]:
    """For every code that these municipalities have or had: the academies nearest to it, which report there."""
    by_nis = {town.nis: town for town in towns}
    academies = [row for row in rows if row.kind == "stem_academy" and "zwijgt" not in row.key]
    found = {}
    for town in towns:
        nearest = sorted(academies, key=lambda row: (town.km_to(by_nis[row.nis]), row.key))[:NEAREST_ACADEMIES]
        names = tuple(row.name for row in nearest)
        for code in _codes_of(town.nis, timeline):
            found[code] = names
    return found


def _codes_of(nis: str, timeline: Timeline) -> set[str]:
    """The code and those it was made of in 2019."""
    return {nis, *(place.nis for place in timeline.predecessors(nis, date(YEARS[0], 12, 31)))}
