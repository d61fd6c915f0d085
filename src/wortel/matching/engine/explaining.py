"""For every match its runner-up, and for every unfilled need why, and the nearest change that would fill it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wortel.matching.domain.asking import Offer
from wortel.matching.domain.why import Unfilled, unfilled
from wortel.matching.engine.assigning import Mask
from wortel.matching.engine.bases import on_duckdb
from wortel.matching.engine.candidates import Pairs, fill
from wortel.matching.engine.columns import Columns, Ints
from wortel.matching.engine.relaxing import nearest_questions

_ROW_BITS = 24
"""Room for 16.7 million offers beside a cost of up to 2^39 metres, weeks or years in one whole number."""


def runners_up(pairs: Pairs, chosen: Mask, needs: int) -> Ints:
    """Per need the position of the best pair that was not chosen; -1: every offer that fits was."""
    best = np.full(needs, -1, dtype=np.int64)
    if not len(pairs):
        return best
    starts = np.flatnonzero(np.diff(pairs.needs, prepend=-1))
    open_scores = np.where(chosen, np.int64(-1) << 62, pairs.scores)
    highest = np.maximum.reduceat(open_scores, starts)
    spread = np.repeat(highest, np.diff(starts, append=len(pairs)))
    places = np.flatnonzero((open_scores == spread) & ~chosen)
    asked, first = np.unique(pairs.needs[places], return_index=True)
    best[asked] = places[first]
    return best


def unfilled_needs(columns: Columns, pairs: Pairs, chosen: Mask, *, with_changes: bool, threads: int) -> list[Unfilled]:
    """Every need that is asked more often than it was matched, in order of its id."""
    taken = np.bincount(pairs.needs[chosen], minlength=len(columns.needs))
    missing = columns.quantities - taken
    # A pair that is worth nothing is no way to fill a need.
    candidates = np.bincount(pairs.needs[pairs.scores > 0], minlength=len(columns.needs))
    short = np.flatnonzero(missing > 0)
    load = np.bincount(pairs.offers[chosen], minlength=len(columns.offers))
    free = columns.capacities > load
    of_kind = np.bincount(columns.offer_columns["kind"], minlength=int(columns.need_columns["kind"].max(initial=0)) + 1)
    near = _near(columns, short, free, threads) if with_changes and len(short) and free.any() else {}
    return [
        unfilled(
            columns.needs[row],
            int(missing[row]),
            candidates=int(candidates[row]),
            taken=int(taken[row]),
            of_kind=int(of_kind[columns.need_columns["kind"][row]]) if with_changes else None,
            near=near.get(int(row), ()),
        )
        for row in short
    ]


def _near(columns: Columns, short: Ints, free: NDArray[np.bool_], threads: int) -> dict[int, tuple[Offer, ...]]:
    """Per need the offer with room that comes nearest, for each single condition that it fails."""
    with on_duckdb(threads) as base:
        needs = {name: values[short] for name, values in columns.need_columns.items()}
        offers = {name: values[free] for name, values in columns.offer_columns.items()}
        fill(base, columns, needs, offers, by_theme=False)
        questions = nearest_questions(columns, _ROW_BITS)
        within, beyond = (base.answer(question) for question in questions)
    return _by_need(columns, {name: np.concatenate((within[name], beyond[name])) for name in ("need", "nearest")})


def _by_need(columns: Columns, found: dict[str, Any]) -> dict[int, tuple[Offer, ...]]:
    offers = found["nearest"] & ((1 << _ROW_BITS) - 1)
    near: dict[int, list[Offer]] = defaultdict(list)
    for need, offer in _pairs(found["need"], offers):
        near[need].append(columns.offers[offer])
    return {need: tuple(sorted(rows, key=lambda row: row.id)) for need, rows in near.items()}


def _pairs(needs: NDArray[Any], offers: NDArray[Any]) -> Iterator[tuple[int, int]]:
    yield from zip(needs.tolist(), offers.tolist(), strict=True)
