"""Prices per slot: what a unit in that part of the weeks costs, its offer included; never less than the offer alone.

A pair takes the cheapest of its slots. So for any such prices the bound holds when it also counts, per slot, its room
times what it costs above its offer.
"""

from __future__ import annotations

import numpy as np

from wortel.matching.engine.assigning import Task
from wortel.matching.engine.slots import Ints


class SlotPrices:
    """Prices that start high and go down, with those of the offers, until they agree with every slot that was taken."""

    def __init__(self, task: Task, units: Ints) -> None:
        self._slots, self._offers = (slots := task.slots), task.pairs.offers
        self._highest = int(task.pairs.scores.max(initial=0)) + task.floors.penalty + 1
        self.prices = np.full(len(slots), self._highest, np.int64)
        nth, self._steps = slots.steps()
        self._starts = np.flatnonzero(np.diff(nth, prepend=-1))
        self._numbers, self._taken, self.without_slot = slots.filled(units)
        pairs = slots.pairs[self._numbers]
        self._scores, self._needs = task.pairs.scores[pairs], task.pairs.needs[pairs]
        load = np.bincount(self._taken, minlength=len(slots))
        self._is_full = load >= slots.room
        used = np.bincount(slots.offers[self._taken], minlength=len(task.capacities))
        self._is_offer_full = used >= task.capacities

    def lowered(self, price: Ints, more: Ints) -> bool:
        """Lowers the prices of slots, and in `price` those of their offers, to what the pairs that take them are worth,
        with what each need adds; whether nothing changed.
        """
        if not len(self.prices):
            return True
        slots, before = self._slots, self.prices
        worth, most = self._scores + more[self._needs], np.full(len(slots), self._highest, np.int64)
        np.minimum.at(most, self._taken, np.minimum(worth, self._cheapest()[self._numbers]))
        of_offer = np.full(len(price), self._highest, np.int64)
        np.minimum.at(of_offer, slots.offers, most)
        mine = np.unique(slots.offers)
        price[mine] = np.where(self._is_offer_full[mine], np.maximum(of_offer[mine], 0), 0)
        floor = price[slots.offers]
        self.prices = np.where(self._is_full, np.maximum(most, floor), floor)
        return np.array_equal(before, self.prices)

    def costs(self, price: Ints) -> Ints:
        """Per pair what its offer costs: in its cheapest slot, where it goes by slots."""
        cost: Ints = price[self._offers]
        cost[self._slots.pairs] = self._cheapest()
        return cost

    def above(self, price: Ints) -> Ints:
        """Per slot what its room costs beyond its offer."""
        beyond: Ints = (self.prices - price[self._slots.offers]) * self._slots.room
        return beyond

    def _cheapest(self) -> Ints:
        return np.minimum.reduceat(self.prices[self._steps], self._starts) if len(self._starts) else self._starts
