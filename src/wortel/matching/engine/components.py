"""Pairs that hang together, directly or through others, can be assigned apart from the rest."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from wortel.matching.engine.candidates import Pairs
from wortel.matching.engine.columns import Ints

PAIRS_A_PARCEL = 250_000
"""Small components are solved together until there are this many pairs: starting a solver costs more than they do."""


def component_of_pairs(pairs: Pairs, areas: Ints, offer_count: int) -> Ints:
    """Per pair a number that it shares with all it hangs together with; needs of one area (-1: none) do too."""
    asked = np.unique(pairs.needs)
    joined = asked[areas[asked] >= 0]
    needs = np.concatenate((pairs.needs, joined))
    others = np.concatenate((pairs.offers.astype(np.int64), offer_count + areas[joined]))
    return _components(needs, others, len(areas), offer_count + int(areas.max(initial=-1)) + 1)[pairs.needs]


def parcels(component: Ints, size: int = PAIRS_A_PARCEL) -> Iterator[Ints]:
    """The positions of the pairs, in parcels of whole components, those with the lowest needs first."""
    if not len(component):
        return
    order = np.argsort(component, kind="stable")
    starts = np.flatnonzero(np.diff(component[order], prepend=-1))
    parcel = starts // size
    first = starts[np.flatnonzero(np.diff(parcel, prepend=-1))]
    yield from np.split(order, first[1:])


def _components(needs: NDArray[np.integer], offers: Ints, need_count: int, offer_count: int) -> Ints:
    """Per need (and after them per offer) the lowest number of what it hangs together with."""
    lowest = np.arange(need_count + offer_count)
    right = offers + need_count
    while True:
        shared = np.minimum(lowest[needs], lowest[right])
        after = lowest.copy()
        np.minimum.at(after, needs, shared)
        np.minimum.at(after, right, shared)
        after = after[after]
        if np.array_equal(after, lowest):
            return lowest
        lowest = after
