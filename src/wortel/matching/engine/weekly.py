"""Offers that say how much one week holds: which of them need slots, and in which week each match comes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from wortel.matching.domain.asking import Stretch
from wortel.matching.domain.slots import timetable
from wortel.matching.engine.assigning import Task
from wortel.matching.engine.candidates import Pairs, TooManyPairs
from wortel.matching.engine.columns import Columns, Ints
from wortel.matching.engine.slots import NO_SLOTS, Slots

NO_WEEK = np.iinfo(np.int64).min
MOST_CELLS = 4_000_000
"""Beyond so many stretches of one offer it is not asked whether its weeks can bind: it gets slots, which is exact."""

Taken = Mapping[int, Counter[int]]
"""Per offer (by row) how many units of which week are taken already."""


def limits_per_week(columns: Columns) -> Ints:
    """Per offer how many units one week holds; 0: as many as it likes."""
    return columns.offer_columns["per_week"]


def shared_weeks(columns: Columns, pairs: Pairs) -> tuple[Ints, Ints]:
    """Per pair the first week that both allow, and the week after the last."""
    needs, offers = columns.need_columns, columns.offer_columns
    start = np.maximum(needs["week_from"][pairs.needs], offers["week_from"][pairs.offers])
    return start, np.minimum(needs["week_to"][pairs.needs], offers["week_to"][pairs.offers])


def by_week(task: Task, columns: Columns, taken: Taken, most_steps: int) -> Task:
    """The task with slots for every offer whose weeks may bind. Raises `TooManyPairs` beyond so many ways to a slot.

    A pair without a week for both (someone else gave it its score) is never made when its offer says how much a week
    holds. An offer is left as it is when whatever it may be given fits: `_can_bind`.
    """
    per_week = limits_per_week(columns)
    places = np.flatnonzero((per_week[task.pairs.offers] > 0) & (task.limits > 0))
    if not len(places):
        return task
    pairs = Pairs(task.pairs.needs[places], task.pairs.offers[places], task.pairs.scores[places])
    start, end = shared_weeks(columns, pairs)
    limits = task.limits.copy()
    limits[places[start >= end]] = 0
    places, offers = places[start < end], pairs.offers[start < end].astype(np.int64)
    start, end = start[start < end], end[start < end]
    bound = np.flatnonzero(_may_bind(task, per_week, taken, offers, limits[places], end - start))
    made = _Layer()
    for mine in _apart(offers, np.flatnonzero(np.isin(offers, bound))):
        offer = int(offers[mine[0]])
        room = _Room(int(per_week[offer]), taken.get(offer, Counter()))
        if _can_bind(start[mine], end[mine], limits[places[mine]], int(task.capacities[offer]), room):
            made.add(offer, places[mine], start[mine], end[mine], room)
    return replace(task, limits=limits, slots=made.slots(most_steps))


def _may_bind(task: Task, per_week: Ints, taken: Taken, offers: Ints, limits: Ints, lengths: Ints) -> Ints:
    """Per offer whether its weeks may bind at all, seen from far: every stretch that matters is at least as long as
    the shortest of its pairs, so as many units as that holds always fit.
    """
    count = len(task.capacities)
    asked = np.bincount(offers, limits, count)
    shortest = np.full(count, np.iinfo(np.int64).max)
    np.minimum.at(shortest, offers, lengths)
    shortest[asked == 0] = 0
    may: Ints = np.minimum(asked, task.capacities) > per_week * shortest
    may[list(taken)] = asked[list(taken)] > 0
    return may


def _can_bind(start: Ints, end: Ints, limits: Ints, capacity: int, room: _Room) -> bool:
    """Whether some choice of at most `capacity` of these units has no timetable: Hall's condition fails for a stretch
    from the start of one to the end of another.
    """
    starts, ends = np.unique(start), np.unique(end)
    if len(starts) * len(ends) > MOST_CELLS:
        return True
    inside = np.zeros((len(starts), len(ends)), dtype=np.int64)
    np.add.at(inside, (np.searchsorted(starts, start), np.searchsorted(ends, end)), limits)
    inside = inside[::-1].cumsum(axis=0)[::-1].cumsum(axis=1)
    holds = room.until(ends)[None, :] - room.until(starts)[:, None]
    return bool(((inside > 0) & (np.minimum(inside, capacity) > holds)).any())


@dataclass(frozen=True, slots=True)
class _Room:
    """What the weeks of one offer hold."""

    per_week: int
    taken: Counter[int]

    def until(self, weeks: Ints) -> Ints:
        """What all weeks from week 0 up to each of these hold; only differences mean something."""
        gone = sorted(self.taken)
        used = np.cumsum([0, *(min(self.per_week, self.taken[week]) for week in gone)])
        left: Ints = self.per_week * weeks - used[np.searchsorted(gone, weeks)]
        return left

    def of(self, week: int) -> int:
        """What this week still holds."""
        return self.per_week - self.taken[week]


class _Layer:
    """The slots of offers, one offer after the other by row."""

    def __init__(self) -> None:
        self._parts: list[tuple[Ints, Ints, Ints, Ints, Ints]] = []
        self._count = 0

    def add(self, offer: int, places: Ints, start: Ints, end: Ints, room: _Room) -> None:
        """Cuts the weeks of the offer where those of one of its pairs begin or end."""
        cuts = np.unique(np.concatenate((start, end)))
        first, after = np.searchsorted(cuts, start) + self._count, np.searchsorted(cuts, end) + self._count
        self._parts.append((places, first, after, np.full(len(cuts) - 1, offer), np.diff(room.until(cuts))))
        self._count += len(cuts) - 1

    def slots(self, most_steps: int) -> Slots:
        """All of them; pairs in their own order. Raises `TooManyPairs`."""
        if not self._parts:
            return NO_SLOTS
        places, first, after, offers, room = (np.concatenate(column) for column in zip(*self._parts, strict=True))
        if int((after - first).sum()) > most_steps:
            raise TooManyPairs(most_steps)
        order = np.argsort(places)
        return Slots(places[order], first[order], after[order], offers, room)


def _apart(offers: Ints, places: Ints) -> Iterator[Ints]:
    """These places by offer, in the order of the rows."""
    order = places[np.argsort(offers[places], kind="stable")]
    starts = np.flatnonzero(np.diff(offers[order], prepend=-1))
    yield from np.split(order, starts[1:]) if len(order) else ()


def weeks_of(columns: Columns, picked: Pairs, taken: Taken) -> Ints | None:
    """The week of every match, as early as it can be, `NO_WEEK` where its offer says nothing of weeks; `None`: no offer
    does. Of matches that must be ready by the same week, the first by need comes first.
    """
    per_week = limits_per_week(columns)
    if not per_week.any():
        return None
    weeks = np.full(len(picked), NO_WEEK, dtype=np.int64)
    start, end = shared_weeks(columns, picked)
    offers = picked.offers.astype(np.int64)
    for mine in _apart(offers, np.flatnonzero(per_week[offers] > 0)):
        offer = int(offers[mine[0]])
        room = _Room(int(per_week[offer]), taken.get(offer, Counter()))
        wanted = [Stretch(*ends) for ends in zip(start[mine].tolist(), end[mine].tolist(), strict=True)]
        # Every one has its week: the slots saw to it, or Hall's condition.
        weeks[mine] = np.array(timetable(wanted, room.of), dtype=np.int64)
    return weeks


def loads(picked: Pairs, weeks: Ints, taken: Taken) -> dict[int, Counter[int]]:
    """Per offer how many units each week holds, those that were taken before included."""
    found: dict[int, Counter[int]] = defaultdict(Counter)
    for offer, counted in taken.items():
        found[offer].update(counted)
    for offer, week in zip(picked.offers.tolist(), weeks.tolist(), strict=True):
        if week != NO_WEEK:
            found[offer][week] += 1
    return found
