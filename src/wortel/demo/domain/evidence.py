"""Invents the statements that make the plan come true: who held which series where, who denies it, who disputes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from wortel.demo.domain.chance import pick, stream
from wortel.demo.domain.parts import Doubt, Parts
from wortel.demo.domain.prospects import Plan, Prospect
from wortel.demo.domain.statements import CONTESTED, EQUIVALENT, NONE, RECOGNISED, WITHDRAWN, EvidenceRow
from wortel.demo.domain.towns import WORLD_DAY
from wortel.territory.domain.timeline import Timeline

GIRLS = 0.28
"""Share of girls before anyone does something about it (press, April 2023)."""

RECOGNISED_SHARE, EXTRA_PIECES, MOST_PIECES = 0.34, 0.55, 14
"""Share of first statements that come from a recognised academy; chance of one statement more; the end of that."""

EXTRA_STATUSES = {EQUIVALENT: 58, RECOGNISED: 26, CONTESTED: 8, WITHDRAWN: 8}
WITHDRAWN_IN_SILENCE = 0.08
_MONTHS = (1, 2, 3, 4, 9, 10)


@dataclass(frozen=True, slots=True)
class Teller:
    """What statements are told with: the parts, the map, and for each code the names of academies nearby."""

    seed: int
    parts: Parts
    timeline: Timeline
    academies_near: Mapping[str, tuple[str, ...]]

    def tell(self, planned: Plan) -> Iterator[EvidenceRow]:
        """The statements about the codes with academies nearby, year by year."""
        for (year, nis), prospect in sorted(planned.items()):
            if nis in self.academies_near:
                yield from self._about(year, nis, prospect)

    def _about(self, year: int, nis: str, prospect: Prospect) -> Iterable[EvidenceRow]:
        chance = stream(self.seed, nis, "evidence", year)
        if prospect is Prospect.REACHED:
            statuses = [RECOGNISED if chance.random() < RECOGNISED_SHARE else EQUIVALENT]
            while len(statuses) < MOST_PIECES and chance.random() < EXTRA_PIECES:
                statuses += chance.choices(list(EXTRA_STATUSES), list(EXTRA_STATUSES.values()))
            return [self._activity(chance, year, nis, place, status) for place, status in enumerate(statuses, start=1)]
        if prospect is Prospect.CONTESTED:
            return [self._activity(chance, year, nis, 1, CONTESTED)]
        if prospect is Prospect.DENIED:
            return [self._denial(chance, year, nis)]
        return [self._activity(chance, year, nis, 1, WITHDRAWN)] if chance.random() < WITHDRAWN_IN_SILENCE else []

    def _activity(self, chance: Random, year: int, nis: str, place: int, status: str) -> EvidenceRow:
        """A series of 6 to 12 sessions of 2 hours for at most 22 children, held or said to be held."""
        series, sessions = pick(chance, self.parts.series), chance.randint(6, 12)
        postcodes = self.timeline.postcodes_of(nis, date(year, 12, 31))
        pinned = chance.choice(postcodes).code if chance.random() < 0.8 else ""
        return EvidenceRow(
            key=f"demo:{year}-{nis}-{place:02d}",
            year=year,
            nis=nis,
            municipality=self._name(nis),
            title=f"{chance.choice(series.titles)}, {chance.choice(series.ages)}, {sessions} keer (fictief)",
            reporter=chance.choice(self.academies_near[nis]),
            basis=self._basis(chance, sessions, status, nis),
            stated_on=_stated_on(chance, year),
            status=status,
            postcode=pinned,
            happened_on=_day(chance, year) if chance.random() < 0.85 else None,
        )

    def _denial(self, chance: Random, year: int, nis: str) -> EvidenceRow:
        """Someone says that nothing was held all year, in the whole municipality."""
        return EvidenceRow(
            key=f"demo:{year}-{nis}-00",
            year=year,
            nis=nis,
            municipality=self._name(nis),
            title="Geen reeks buiten de school (fictief)",
            reporter=self._reporter(chance, self.parts.none, nis),
            basis=chance.choice(self.parts.none.reasons),
            stated_on=_stated_on(chance, year),
            claim=NONE,
        )

    def _basis(self, chance: Random, sessions: int, status: str, nis: str) -> str:
        places, fee = chance.randint(18, 22), chance.choice((25, 30, 35, 40, 45, 50))
        children = places - chance.randint(0, 7)
        girls = round(children * GIRLS * chance.uniform(0.6, 1.4))
        basis = (
            f"Reeks van {sessions} {chance.choice(self.parts.moments)} van 2 uur, {places} plaatsen, {fee} euro; "
            f"minstens {children} deelnemers, van wie {girls} meisjes."
        )
        doubt = {CONTESTED: self.parts.contested, WITHDRAWN: self.parts.withdrawn}.get(status)
        if doubt is None:
            return basis
        critic = self._reporter(chance, doubt, nis) if doubt.reporters else ""
        return f"{basis} {chance.choice(doubt.reasons).format(critic=critic)}"

    def _reporter(self, chance: Random, doubt: Doubt, nis: str) -> str:
        return chance.choice(doubt.reporters).format(name=self._name(nis))

    def _name(self, nis: str) -> str:
        return self.timeline.find(nis).name


def _day(chance: Random, year: int) -> date:
    """First day of the series: in the school year, and before the world stands still."""
    day = date(year, chance.choice(_MONTHS), chance.randint(1, 28))
    return day if day < WORLD_DAY else day.replace(month=chance.randint(1, 6))


def _stated_on(chance: Random, year: int) -> date:
    return min(date(year, 12, 31) + timedelta(days=chance.randint(10, 80)), WORLD_DAY)
