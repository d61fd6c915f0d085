"""Which municipalities stand on a day, and what became of those that do not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from wortel.kernel.span import Span
from wortel.territory.domain.gazetteer import Gazetteer
from wortel.territory.domain.lineage import Lineage
from wortel.territory.domain.places import Municipality
from wortel.territory.domain.refusals import (
    MunicipalityEnded,
    MunicipalityNotYetThere,
    OutsideFlanders,
    UnknownMunicipality,
)


@dataclass(frozen=True, slots=True)
class Register:
    """The codes through time. Every question that takes a day raises `BeforeFirstMap`."""

    lineage: Lineage
    by_nis: Mapping[str, Municipality]
    standing: tuple[tuple[Municipality, ...], ...]  # per map, sorted by code
    brussels: Mapping[str, str]

    @classmethod
    def of(cls, rows: Gazetteer) -> Register:
        """The register of these rows."""
        changes = {day for place in rows.municipalities for day in (place.valid.start, place.valid.end) if day}
        lineage = Lineage.of(rows.first_day, changes, rows.successions)
        days = (rows.first_day, *lineage.changes)
        places = sorted(rows.municipalities)
        standing = tuple(tuple(place for place in places if day in place.valid) for day in days)
        return cls(lineage, {place.nis: place for place in places}, standing, rows.brussels)

    def map_span(self, on: date) -> Span:
        """The days that share the map of day `on`: between them no code starts, ends or grows."""
        number = self.lineage.map_number(on)
        starts = (self.lineage.first_day, *self.lineage.changes)
        return Span(starts[number], starts[number + 1] if number + 1 < len(starts) else None)

    def municipalities(self, on: date) -> tuple[Municipality, ...]:
        """Every municipality of that day, sorted by code."""
        return self.standing[self.lineage.map_number(on)]

    def find(self, nis: str) -> Municipality:
        """The municipality with this code, whenever it stood. Raises `UnknownMunicipality` (or `OutsideFlanders`)."""
        found = self.by_nis.get(nis)
        if found is None:
            raise OutsideFlanders(nis, self.brussels[nis]) if nis in self.brussels else UnknownMunicipality(nis)
        return found

    def municipality(self, nis: str, on: date) -> Municipality:
        """The municipality with this code, standing on that day.

        Raises `UnknownMunicipality`, `MunicipalityEnded` or `MunicipalityNotYetThere`.
        """
        self.refuse_ended(nis, on)
        self.refuse_not_yet_there(nis, on)
        return self.find(nis)

    def successors(self, nis: str, on: date) -> tuple[Municipality, ...]:
        """What the code became on the map of that day, chains included; a code still standing answers itself.

        Raises `UnknownMunicipality`, or `MunicipalityNotYetThere` when the code starts later than `on`.
        """
        self.refuse_not_yet_there(nis, on)
        return self.named(self.lineage.carried(nis, self.first_day_of(nis), on))

    def predecessors(self, nis: str, on: date, seen_from: date | None = None) -> tuple[Municipality, ...]:
        """What the code, as it stood on `seen_from` (its latest form if not said), was on the earlier map of `on`.

        A code that stood all along without growing answers itself.
        Raises `UnknownMunicipality`, or `MunicipalityEnded` when the code had ended by `on`.
        """
        self.refuse_ended(nis, on)
        if seen_from is not None:
            self.municipality(nis, seen_from)
        return self.named(self.lineage.carried(nis, seen_from or self.last_day_of(nis), on))

    def named(self, codes: Iterable[str]) -> tuple[Municipality, ...]:
        """The municipalities with these codes, sorted by code."""
        return tuple(self.by_nis[nis] for nis in sorted(codes))

    def first_day_of(self, nis: str) -> date:
        """The first day on a map here that the code stood."""
        return max(self.find(nis).valid.start, self.lineage.first_day)

    def last_day_of(self, nis: str) -> date:
        """The last day that the code stood; for one still standing, a day on the latest map."""
        end = self.find(nis).valid.end
        if end is not None:
            return end - timedelta(days=1)
        return max((self.first_day_of(nis), *self.lineage.changes))

    def refuse_ended(self, nis: str, on: date) -> None:
        """Raises `MunicipalityEnded` when the code had ended by that day."""
        end = self.find(nis).valid.end
        self.lineage.map_number(on)
        if end is not None and on >= end:
            raise MunicipalityEnded(nis, end, self.lineage.carried(nis, self.first_day_of(nis), on))

    def refuse_not_yet_there(self, nis: str, on: date) -> None:
        """Raises `MunicipalityNotYetThere` when the code starts after that day."""
        start = self.find(nis).valid.start
        self.lineage.map_number(on)
        if on < start:
            raise MunicipalityNotYetThere(nis, start, self.lineage.carried(nis, start, on))
