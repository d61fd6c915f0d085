"""Prices that prove how good an assignment is, whoever made it.

Give each offer a price and each need a gain, none below 0. No assignment can be worth more than all prices times
capacities, plus all gains times quantities, plus what single pairs are worth above both: the bound. When the bound
equals the total score, the assignment is optimal, and anyone can add it up without trusting the solver.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wortel.matching.engine.assigning import Mask
from wortel.matching.engine.candidates import Pairs
from wortel.matching.engine.columns import Ints


@dataclass(frozen=True, slots=True)
class Prices:
    """A price per offer, a gain per need, and the bound that follows from them."""

    offers: Ints
    needs: Ints
    bound: int


def priced(pairs: Pairs, chosen: Mask, quantities: Ints, capacities: Ints, *, seconds: float = 20.0) -> Prices:
    """Prices that make the bound as low as they can for this assignment; any prices give a bound that holds.

    Prices start high and go down until they agree with every choice; in `seconds` they may not get there.
    """
    needs, offers, scores = pairs.needs, pairs.offers, pairs.scores
    picked = np.flatnonzero(chosen)
    load = np.bincount(offers[picked], minlength=len(capacities))
    is_full = (load >= capacities) & (load > 0)
    gain = np.zeros(len(quantities), dtype=np.int64)
    price = np.zeros(len(capacities), dtype=np.int64)
    # An offer without any place is refused to everyone: its price may be as high as it takes.
    price[capacities == 0] = best_of(offers, scores, len(capacities))[capacities == 0]
    starts = np.flatnonzero(np.diff(needs, prepend=-1))
    asked = needs[starts] if len(starts) else needs
    refused = np.where(chosen, np.int64(-1) << 62, scores)
    began = time.monotonic()
    while len(picked):
        worth = np.full(len(capacities), np.iinfo(np.int64).max)
        np.minimum.at(worth, offers[picked], scores[picked] - gain[needs[picked]])
        price_now = np.where(is_full, np.maximum(worth, 0), price)
        gain_now = gain.copy()
        gain_now[asked] = np.maximum(0, np.maximum.reduceat(refused - price_now[offers], starts))
        done = np.array_equal(gain_now, gain)
        gain, price = gain_now, price_now
        if done or time.monotonic() - began > seconds:
            break
    gain[quantities == 0] = best_of(needs, scores, len(quantities))[quantities == 0]
    return Prices(price, gain, bound(pairs, quantities, capacities, price, gain))


def best_of(rows: NDArray[np.int32], scores: Ints, count: int) -> Ints:
    """The highest score per row, at least 0."""
    best = np.zeros(count, dtype=np.int64)
    np.maximum.at(best, rows, scores)
    return best


def bound(pairs: Pairs, quantities: Ints, capacities: Ints, price: Ints, gain: Ints) -> int:
    """What no assignment can exceed, for these prices and gains of 0 and more."""
    above = pairs.scores - price[pairs.offers] - gain[pairs.needs]
    return int((price * capacities).sum() + (gain * quantities).sum() + np.maximum(above, 0).sum())
