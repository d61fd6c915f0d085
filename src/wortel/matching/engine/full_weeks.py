"""Needs that stay open although an offer that fits may be asked once more: every week that suits both is full."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import numpy as np

from wortel.matching.domain.why import WeeksFull
from wortel.matching.engine.assigning import Mask
from wortel.matching.engine.candidates import Pairs
from wortel.matching.engine.columns import Columns, Ints
from wortel.matching.engine.nearest import Found
from wortel.matching.engine.relaxing import RELAXED
from wortel.matching.engine.weekly import limits_per_week, shared_weeks

Loads = Mapping[int, Counter[int]]


class FullWeeks:
    """What is free in the weeks of each offer once every match has its week."""

    def __init__(self, columns: Columns, loads: Loads) -> None:
        self._columns, self._loads = columns, loads
        self._per_week = limits_per_week(columns)
        self._from, self._to = columns.offer_columns["week_from"], columns.offer_columns["week_to"]

    def has_room(self, offer: int, start: int, end: int) -> bool:
        """Whether a week from `start` up to `end` holds one more."""
        return self._first_free(offer, range(start, end)) is not None

    def none_left(self) -> Mask:
        """Per offer whether it says how much a week holds and all its weeks are full."""
        found = np.zeros(len(self._per_week), dtype=bool)
        for offer in self._loads:
            found[offer] = not self.has_room(offer, int(self._from[offer]), int(self._to[offer]))
        return found

    def of_needs(self, pairs: Pairs, chosen: Mask, short: Ints, free: Ints) -> dict[int, WeeksFull]:
        """By row of the needs in `short`, what full weeks alone keep from them, of the offers in `free`."""
        per_week = self._per_week[pairs.offers] > 0
        open_ones = ~chosen & (pairs.scores > 0) & np.isin(pairs.needs, short) & np.isin(pairs.offers, free)
        places = np.flatnonzero(per_week & open_ones)
        left = Pairs(pairs.needs[places], pairs.offers[places], pairs.scores[places])
        start, end = shared_weeks(self._columns, left)
        found: dict[int, list[tuple[int, int, int]]] = {}
        for need, offer, first, after in zip(
            left.needs.tolist(), left.offers.tolist(), start.tolist(), end.tolist(), strict=True
        ):
            if first < after and not self.has_room(offer, first, after):
                week = self._nearest(offer, first, after)
                far = -1 if week is None else max(first - week, week - after + 1)
                found.setdefault(need, []).append((far, offer, 0 if week is None else week))
        return {need: self._told(ways) for need, ways in found.items()}

    def true_changes(self, found: Found) -> Found:
        """The changes without those towards an offer whose weeks are full for the need as it would be then."""
        rows = np.flatnonzero(self._per_week[found.offers] > 0)
        if not len(rows):
            return found
        stays = np.ones(len(found.offers), dtype=bool)
        needs = self._columns.need_columns
        for row in rows.tolist():
            need, offer = int(found.needs[row]), int(found.offers[row])
            start = max(int(needs["week_from"][need]), int(self._from[offer]))
            end = min(int(needs["week_to"][need]), int(self._to[offer]))
            if RELAXED[int(found.failing[row])] == "weeks":  # moved until it shares one week, at the nearest end
                is_later = int(needs["week_from"][need]) < int(self._from[offer])
                start = int(self._from[offer]) if is_later else int(self._to[offer]) - 1
                end = start + 1
            stays[row] = self.has_room(offer, start, end)
        return Found(found.needs[stays], found.failing[stays], found.offers[stays], found.left_out)

    def _told(self, ways: list[tuple[int, int, int]]) -> WeeksFull:
        near = min((way for way in ways if way[0] >= 0), default=None)
        if near is None:
            return WeeksFull(len(ways), None, None)
        return WeeksFull(len(ways), self._columns.offers.ids[near[1]], near[2])

    def _nearest(self, offer: int, start: int, end: int) -> int | None:
        """The week with room nearest to these, the later of two; at most as many are looked at as are full."""
        later = self._first_free(offer, range(end, int(self._to[offer])))
        earlier = self._first_free(offer, range(start - 1, int(self._from[offer]) - 1, -1))
        if later is None or earlier is None:
            return earlier if later is None else later
        return later if later - end <= start - 1 - earlier else earlier

    def _first_free(self, offer: int, weeks: range) -> int | None:
        most, load = int(self._per_week[offer]), self._loads.get(offer, Counter())
        return next((week for week in weeks if load[week] < most), None)
