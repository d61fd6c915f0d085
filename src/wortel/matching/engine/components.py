"""Pairs that hang together, directly or through others, can be assigned apart from the rest."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from wortel.matching.engine.columns import Ints

PAIRS_A_PARCEL = 250_000
"""Small components are solved together until there are this many pairs: starting a solver costs more than they do."""


def parcels(
    needs: NDArray[np.int32], offers: NDArray[np.int32], need_count: int, offer_count: int, size: int = PAIRS_A_PARCEL
) -> Iterator[Ints]:
    """The positions of the pairs, in parcels of whole components, those with the lowest needs first."""
    if not len(needs):
        return
    component = _components(needs, offers, need_count, offer_count)[needs]
    order = np.argsort(component, kind="stable")
    starts = np.flatnonzero(np.diff(component[order], prepend=-1))
    parcel = starts // size
    first = starts[np.flatnonzero(np.diff(parcel, prepend=-1))]
    yield from np.split(order, first[1:])


def _components(
    needs: NDArray[np.int32], offers: NDArray[np.int32], need_count: int, offer_count: int
) -> NDArray[np.int64]:
    """Per need (and after them per offer) the lowest number of what it hangs together with."""
    lowest = np.arange(need_count + offer_count)
    right = offers.astype(np.int64) + need_count
    while True:
        shared = np.minimum(lowest[needs], lowest[right])
        after = lowest.copy()
        np.minimum.at(after, needs, shared)
        np.minimum.at(after, right, shared)
        after = after[after]
        if np.array_equal(after, lowest):
            return lowest
        lowest = after
