"""A layer of weeks between pairs and offers, for the offers that say how much one week holds.

The weeks of an offer are cut where the weeks of one of its pairs begin or end. Inside such a part a pair may take every
week or none, so its weeks can be told apart by nobody: one slot with the room of them all together is exact, as long as
a pair asks less than two units of one week. The slots of an offer follow each other, so those of a pair do too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from wortel.matching.domain.asking import Stretch
from wortel.matching.domain.slots import Timetable, timetable

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Slots:
    """The places of the pairs that go by slots, sorted; each may take the slots from `first` up to `after`."""

    pairs: Ints
    first: Ints
    after: Ints
    offers: Ints
    """Per slot the row of its offer, sorted."""
    room: Ints
    """Per slot how many units it holds."""

    def __len__(self) -> int:
        return len(self.room)

    def steps(self) -> tuple[Ints, Ints]:
        """Every slot that a pair may take: the number of the pair among these, and the slot."""
        lengths = self.after - self.first
        nth = np.repeat(np.arange(len(self.pairs)), lengths)
        return nth, np.arange(len(nth)) - np.repeat(np.cumsum(lengths) - lengths, lengths) + self.first[nth]

    def part(self, here: Ints, offers: NDArray[np.integer]) -> Self:
        """The slots of these offers, numbered anew by their place in `offers`; pairs by their place in `here`."""
        if not len(self):
            return self
        stays, inside = np.isin(self.offers, offers), np.isin(self.pairs, here)
        number: Ints = np.cumsum(stays) - stays
        first: Ints = number[self.first[inside]]
        return type(self)(
            np.searchsorted(here, self.pairs[inside]),
            first,
            first + (self.after - self.first)[inside],
            np.searchsorted(offers, self.offers[stays]),
            self.room[stays],
        )

    def filled(self, units: Ints) -> tuple[Ints, Ints, list[int]]:
        """A slot for every unit that the pairs got: the number of the pair among these, its slot; and the offers whose
        units do not all find one.
        """
        numbers, slots, without = [np.empty(0, np.int64)], [np.empty(0, np.int64)], []
        for offer, mine in self._by_offer(np.repeat(np.arange(len(self.pairs)), units[self.pairs])):
            wanted = [Stretch(*ends) for ends in zip(self.first[mine].tolist(), self.after[mine].tolist(), strict=True)]
            found = timetable(wanted, self.holds)
            placed = [slot is not None for slot in found]
            if not all(placed):
                without.append(offer)
            numbers.append(mine[placed])
            slots.append(np.array([slot for slot in found if slot is not None], dtype=np.int64))
        return np.concatenate(numbers), np.concatenate(slots), without

    def holds(self, slot: int) -> int:
        """The room of one slot."""
        return int(self.room[slot])

    def _by_offer(self, numbers: Ints) -> Iterator[tuple[int, Ints]]:
        if not len(numbers):
            return
        of = self.offers[self.first[numbers]]
        order = np.argsort(of, kind="stable")
        starts = np.flatnonzero(np.diff(of[order], prepend=-1))
        for mine in np.split(numbers[order], starts[1:]):
            yield int(self.offers[self.first[mine[0]]]), mine


_NONE = np.empty(0, np.int64)
NO_SLOTS = Slots(_NONE, _NONE, _NONE, _NONE, _NONE)


class Gate:
    """Lets pairs through one by one, as often as there still is a slot for all that went before."""

    def __init__(self, slots: Slots) -> None:
        self._slots = slots
        self._number_of = {pair: nth for nth, pair in enumerate(slots.pairs.tolist())}
        self._taken: dict[int, Timetable] = {}

    def lets(self, pair: int, times: int) -> int:
        """How many of these times there is a slot; they are taken."""
        nth = self._number_of.get(pair)
        if nth is None:
            return times
        wanted = Stretch(int(self._slots.first[nth]), int(self._slots.after[nth]))
        offer = int(self._slots.offers[wanted.start])
        taken = self._taken.setdefault(offer, Timetable(self._slots.holds))
        return next((done for done in range(times) if not taken.takes(wanted)), times)
