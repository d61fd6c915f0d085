"""Statements of one year laid on the municipalities of another day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from wortel.territory.domain.places import Carried, Place
from wortel.territory.domain.refusals import (
    MunicipalityEnded,
    MunicipalityNotYetThere,
    UnknownMunicipality,
    UnknownPostcode,
)
from wortel.territory.domain.timeline import Timeline


def map_day(timeline: Timeline, year: int) -> date:
    """The day whose map the codes of a year are of: 31 December, or the first map for years before it.

    No Flemish municipality merged between 1983 and 2019, so the first map also holds for earlier years here.
    """
    return max(date(year, 12, 31), timeline.first_day)


def day_of(timeline: Timeline, nis: str, then: date) -> date:
    """The last day on which the code stood in the year that ends on `then` (a `map_day`).

    Raises `UnknownMunicipality`, `MunicipalityEnded` or `MunicipalityNotYetThere` when it stood on no day of it.
    """
    end = timeline.find(nis).valid.end
    last = end - timedelta(days=1) if end is not None and date(then.year, 1, 1) < end <= then else then
    timeline.municipality(nis, last)
    return last


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a municipality that had a code of its own in the year of the statements, with its postcodes."""

    nis: str
    name: str
    postcodes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where statements end up: the municipality on the asked map and the piece of it; or who it might have been."""

    municipality: str | None
    piece: str
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Projection:
    """Carries codes of the map of `then` (a `map_day`) to the map of `on`. It may be kept as long as the timeline."""

    timeline: Timeline
    then: date
    on: date
    pieces_of: Mapping[str, tuple[Piece, ...]]
    _spots: dict[tuple[str, str], Spot] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, timeline: Timeline, then: date, on: date) -> Projection:
        """Raises `BeforeFirstMap`."""
        forward = timeline.map_span(then).start < timeline.map_span(on).start
        pieces_of: dict[str, tuple[Piece, ...]] = {}
        for place in timeline.municipalities(on):
            parts = timeline.predecessors(place.nis, then, seen_from=on) if forward else (place,)
            day = then if forward else on
            pieces_of[place.nis] = tuple(
                Piece(part.nis, part.name, frozenset(row.code for row in timeline.postcodes_of(part.nis, day)))
                for part in parts
            )
        return cls(timeline, then, on, pieces_of)

    def spot(self, nis: str, postcode: str) -> Spot:
        """Where a statement about this place lands; nowhere (no candidates either) when the code is none of ours."""
        key = (nis, postcode)
        if key not in self._spots:
            self._spots[key] = self._find(nis, postcode)
        return self._spots[key]

    def _find(self, nis: str, postcode: str) -> Spot:
        try:
            carried = self._carried(nis, postcode)
        except (UnknownMunicipality, MunicipalityEnded, MunicipalityNotYetThere):
            return Spot(None, nis)
        if not carried.result:
            candidates = carried.reason["candidates"]
            return Spot(None, nis, candidates if isinstance(candidates, tuple) else ())
        target = carried.result[0]
        is_piece = any(piece.nis == nis for piece in self.pieces_of[target])
        return Spot(target, nis if is_piece else target)

    def _carried(self, nis: str, postcode: str) -> Carried:
        day = day_of(self.timeline, nis, self.then)
        try:
            return self.timeline.carry(Place(nis, postcode or None), day, self.on)
        except UnknownPostcode:
            return self.timeline.carry(Place(nis), day, self.on)
