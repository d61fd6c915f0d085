"""Prices that prove how good an assignment is, whoever made it.

Give each offer a price, each need a gain, and each area with a floor a rate from 0 to the penalty, none below 0. No
assignment can be worth more than all prices times capacities, plus all gains times quantities, plus per area what the
penalty exceeds its rate times its floor, plus what single pairs are worth above all this: the bound. An offer that
holds so much per week has a price per slot, at least its own, and what that is more counts times the room of the slot;
a pair costs what its cheapest slot does. When the bound equals the total, the assignment is optimal, and anyone can add
it up without trusting the solver.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wortel.matching.engine.assigning import Task
from wortel.matching.engine.columns import Ints
from wortel.matching.engine.slot_prices import SlotPrices


@dataclass(frozen=True, slots=True)
class Prices:
    """A price per offer, a gain per need, a rate per area and a price per slot, and the bound that follows."""

    offers: Ints
    needs: Ints
    areas: Ints
    slots: SlotPrices
    bound: int


def priced(task: Task, units: Ints, *, seconds: float = 20.0) -> Prices:
    """Prices that make the bound as low as they can for this assignment; any prices give a bound that holds.

    Prices and rates start high and go down until they agree with every choice; in `seconds` they may not get there.
    """
    pairs, quantities, capacities = task.pairs, task.quantities, task.capacities
    needs, offers, scores = pairs.needs, pairs.offers, pairs.scores
    picked = np.flatnonzero(units)
    load = np.bincount(offers[picked], units[picked], len(capacities))
    is_full = (load >= capacities) & (load > 0)
    gain = np.zeros(len(quantities), dtype=np.int64)
    price = np.zeros(len(capacities), dtype=np.int64)
    # An offer without any place is refused to everyone: its price may be as high as it takes.
    extra = task.floors.penalty
    price[capacities == 0] = best_of(offers, scores + extra, len(capacities))[capacities == 0]
    starts = np.flatnonzero(np.diff(needs, prepend=-1))
    asked = needs[starts] if len(starts) else needs
    refused = np.where(units >= task.limits, np.int64(-1) << 60, scores)
    rates, by_slot = _Rates(task, units), SlotPrices(task, units)
    began = time.monotonic()
    while len(picked):
        worth = np.full(len(capacities), np.iinfo(np.int64).max)
        shift = rates.of_needs()
        np.minimum.at(worth, offers[picked], scores[picked] + shift[needs[picked]] - gain[needs[picked]])
        price_now = np.where(is_full, np.maximum(worth, 0), price)
        is_kept = by_slot.lowered(price_now, shift - gain)
        best = np.full(len(quantities), np.int64(-1) << 60)
        best[asked] = np.maximum.reduceat(refused - by_slot.costs(price_now), starts)
        is_same = rates.lowered(best) and is_kept
        gain_now = np.maximum(0, best + rates.of_needs())
        done = is_same and np.array_equal(gain_now, gain) and np.array_equal(price_now, price)
        gain, price = gain_now, price_now
        if done or time.monotonic() - began > seconds:
            break
    if not len(picked):
        by_slot.lowered(price, gain)
    gain[quantities == 0] = best_of(needs, scores + extra, len(quantities))[quantities == 0]
    return Prices(price, gain, rates.rates, by_slot, bound(task, price, gain, rates.rates, by_slot))


class _Rates:
    """What a unit more for an area is worth: the penalty below its floor, nothing above it, in between at the floor."""

    def __init__(self, task: Task, units: Ints) -> None:
        self._areas = task.areas()
        got = task.got_per_area(units)
        self._is_short, is_over = got < task.floors.units, got > task.floors.units
        self.rates = np.where(is_over, 0, task.floors.penalty).astype(np.int64)
        filled = np.bincount(task.pairs.needs, units, len(task.quantities))
        self._open = np.flatnonzero((filled < task.quantities) & (self._areas >= 0))

    def of_needs(self) -> Ints:
        """Per need the rate of its area."""
        if not len(self.rates):
            return np.zeros(len(self._areas), dtype=np.int64)
        return np.where(self._areas >= 0, self.rates[self._areas], 0)

    def lowered(self, best: Ints) -> bool:
        """Lowers the rates until no need with an open unit gains by a pair it was refused; whether nothing changed."""
        before = self.rates.copy()
        np.minimum.at(self.rates, self._areas[self._open], np.maximum(0, -best[self._open]))
        self.rates = np.where(self._is_short, before, self.rates)
        return np.array_equal(before, self.rates)


def best_of(rows: NDArray[np.int32], scores: Ints, count: int) -> Ints:
    """The highest score per row, at least 0."""
    best = np.zeros(count, dtype=np.int64)
    np.maximum.at(best, rows, scores)
    return best


def bound(task: Task, price: Ints, gain: Ints, rates: Ints | None = None, slots: SlotPrices | None = None) -> int:
    """What no assignment can exceed, for these prices, gains and rates of 0 and more; without prices of slots these
    cost what their offers do.
    """
    rates = np.zeros(len(task.floors.units), np.int64) if rates is None else rates
    whole = (price * task.capacities).sum() + (gain * task.quantities).sum()
    whole += slots.above(price).sum() if slots else 0
    return int(
        whole
        + ((task.floors.penalty - rates) * task.floors.units).sum()
        + _above(task, price, gain, rates, slots).sum()
    )


def _above(task: Task, price: Ints, gain: Ints, rates: Ints, slots: SlotPrices | None) -> Ints:
    """Per pair what it is worth beyond price and gain."""
    areas = task.areas()
    shift = np.where(areas >= 0, rates[areas], 0) if len(rates) else np.zeros(len(areas), np.int64)
    costs = slots.costs(price) if slots else price[task.pairs.offers]
    worth = task.pairs.scores + (shift - gain)[task.pairs.needs] - costs
    above: Ints = np.maximum(worth, 0) * task.limits
    return above


def settled_components(task: Task, units: Ints, prices: Prices, component: Ints) -> NDArray[np.bool_]:
    """Per pair whether the component it belongs to is proved to have its best assignment in `units`; without floors."""
    pairs, top = task.pairs, int(component.max(initial=-1)) + 1
    of_need, of_offer = np.full(len(task.quantities), -1, np.int64), np.full(len(task.capacities), -1, np.int64)
    of_need[pairs.needs], of_offer[pairs.offers] = component, component
    gap = np.zeros(top, dtype=np.int64)
    np.add.at(
        gap, component, _above(task, prices.offers, prices.needs, prices.areas, prices.slots) - pairs.scores * units
    )
    worths = (
        (of_need, prices.needs * task.quantities),
        (of_offer, prices.offers * task.capacities),
        (of_offer[task.slots.offers], prices.slots.above(prices.offers)),
    )
    for of, worth in worths:
        np.add.at(gap, of[of >= 0], worth[of >= 0])
    used = np.bincount(pairs.needs, units, len(task.quantities)) > task.quantities
    over = np.bincount(pairs.offers, units, len(task.capacities)) > task.capacities
    gap[of_need[used & (of_need >= 0)]] = 1
    over[prices.slots.without_slot] = True
    gap[of_offer[over & (of_offer >= 0)]] = 1
    is_settled: NDArray[np.bool_] = gap[component] == 0
    return is_settled
