"""How a municipality came about and what became of it, merger by merger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from wortel.territory.domain.places import Municipality
from wortel.territory.domain.timeline import Timeline

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Merger:
    """From day `on`, the ground of all of `before` is `into`; when `into` is one of `before` it kept its code."""

    on: date
    before: tuple[Municipality, ...]
    into: Municipality

    @property
    def joined(self) -> tuple[Municipality, ...]:
        """Those of `before` that gave up their name."""
        return tuple(place for place in self.before if place.name != self.into.name)

    @property
    def keeps_name(self) -> bool:
        """Whether the name stood already before the merger."""
        return len(self.joined) < len(self.before)


def last_day(timeline: Timeline, nis: str, today: date) -> date:
    """Today when the code stands, else its last day. Raises `UnknownMunicipality`."""
    end = timeline.find(nis).valid.end
    return today if end is None or end > today else end - ONE_DAY


def mergers_of(timeline: Timeline, nis: str, today: date) -> tuple[Merger, ...]:
    """Every merger up to today in which the code, its predecessors or its successors took part; oldest first."""
    lineage = timeline.register.lineage
    seen = last_day(timeline, nis, today)
    found = []
    for day in lineage.changes:
        if day > today:
            break
        for code in lineage.carried(nis, seen, day):
            before = lineage.carried(code, day, day - ONE_DAY)
            if before != (code,):
                found.append(Merger(day, timeline.register.named(before), timeline.find(code)))
    return tuple(found)
