"""Every feasible pair with its score, and no other: blocked by kind and grid cell, joined in sorted slices.

An offer with a radius between half of w and w lies in the square of side w that holds it; every need it can serve lies
in that square or a neighbour within reach. So joining each need with the offers around its square loses nobody, at
borders neither.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wortel.matching.domain.asking import SLACK_KM
from wortel.matching.domain.scoring import Weights
from wortel.matching.engine import blocking_sql, pair_sql
from wortel.matching.engine.bases import Base, on_duckdb
from wortel.matching.engine.columns import Columns, Ints

RAW_PAIRS_A_SLICE = 20_000_000
"""Pairs in neighbouring squares looked at in one go: bounds memory, whatever the size of the input."""
SMALLEST_SQUARE_KM = 1.0
_WIDER = 1.000001


class TooManyPairs(ValueError):
    """More feasible pairs than fit in memory; `limit` is how many do."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"more than {limit} feasible pairs")
        self.limit = limit


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs by row number of need and offer, sorted by need and then offer, with their points."""

    needs: NDArray[np.int32]
    offers: NDArray[np.int32]
    scores: Ints

    def __len__(self) -> int:
        return len(self.needs)


Finder = Callable[[Columns, Weights], Iterator[Pairs]]
"""Gives slices of the feasible pairs; one after the other they are sorted by need and offer."""


def gathered(slices: Iterator[Pairs], limit: int) -> Pairs:
    """All slices together. Raises `TooManyPairs`."""
    found, count = [], 0
    for part in slices:
        count += len(part)
        if count > limit:
            raise TooManyPairs(limit)
        found.append(part)
    if len(found) == 1:
        return found[0]
    return Pairs(
        np.concatenate([part.needs for part in found] or [np.empty(0, np.int32)]),
        np.concatenate([part.offers for part in found] or [np.empty(0, np.int32)]),
        np.concatenate([part.scores for part in found] or [np.empty(0, np.int64)]),
    )


def feasible_pairs(
    columns: Columns, weights: Weights, *, threads: int = 2, a_slice: int = RAW_PAIRS_A_SLICE
) -> Iterator[Pairs]:
    """Slices of the feasible pairs, found by DuckDB; one after the other they are sorted by need and offer."""
    with on_duckdb(threads) as base:
        yield from pairs_from(base, columns, weights, a_slice)


def pairs_from(base: Base, columns: Columns, weights: Weights, a_slice: int) -> Iterator[Pairs]:
    """The same slices from any engine."""
    if not columns.needs or not columns.offers:
        return
    fill(base, columns)
    for first, after in _slices(base, a_slice, len(columns.needs)):
        found = base.answer(pair_sql.scored_pairs(columns, weights, base.dialect, first, after))
        need, offer, points = found["need"], found["offer"], found["score"]
        # Sorted here: a key of 64 bits sorts faster than two columns in the join.
        order = np.argsort(need.astype(np.int64) * len(columns.offers) + offer)
        yield Pairs(need[order], offer[order], points[order])


def fill(base: Base, columns: Columns) -> None:
    """The tables to join: `needs_in`, each need by its square, and `offers_around`, also by neighbours.

    Squares are a little larger than the reach of their offers: a need within reach is never two squares away, whatever
    the last binary digit says.
    """
    offers = columns.offer_columns
    level = np.ceil(np.log2(np.maximum(offers["radius"], SMALLEST_SQUARE_KM))).astype(np.int64)
    around = offers["reach"] * _WIDER + SLACK_KM
    divided = blocking_sql.themes_divide(columns)
    base.hold("needs", columns.need_columns)
    base.hold("offers", {**offers, "level": level, "side": _WIDER * np.exp2(level), "around": around})
    base.make("sides", blocking_sql.SIDES)
    base.make("steps", blocking_sql.steps(is_curved=columns.is_curved))
    base.make("themes", blocking_sql.themes(columns, divided=divided))
    base.make("offers_around", blocking_sql.offers_around(columns, divided=divided), is_large=True)
    base.make("needs_in", blocking_sql.needs_in(columns, divided=divided), is_large=True)


def _slices(base: Base, a_slice: int, needs: int) -> Iterator[tuple[int, int]]:
    """Ranges of needs with at most about `a_slice` pairs of neighbouring squares each."""
    counted = base.answer(blocking_sql.neighbours_counted())
    raw = np.zeros(needs, dtype=np.int64)
    raw[counted["row"]] = counted["raw"]
    nth = np.cumsum(raw) // a_slice
    starts = np.flatnonzero(np.diff(nth, prepend=-1))
    for first, after in zip(starts, [*starts[1:], needs], strict=True):
        yield int(first), int(after)
