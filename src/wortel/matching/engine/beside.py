"""Plain ways to assign, to hold the optimum against: the nearest first, and the best score first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from wortel.matching.domain.asking import ARC_SERIES, EARTH_KM, HALVINGS
from wortel.matching.engine.assigning import Mask, Task, taken_in_order
from wortel.matching.engine.candidates import Pairs
from wortel.matching.engine.columns import Columns, Ints
from wortel.matching.engine.slots import NO_SLOTS, Slots

Way = Literal["best", "nearest_first", "score_first"]


@dataclass(frozen=True, slots=True)
class Totals:
    """What an assignment comes down to.

    `filled` counts units asked that were matched, `needs_filled` needs that got all they asked, `needs_helped` needs
    that got something. `offers_used` and `busiest` say how the load is spread: the most one offer was asked.
    """

    matches: int
    score: int
    needs_filled: int
    needs_helped: int
    kilometres: float
    offers_used: int
    offers_full: int
    busiest: int


def nearest_first(columns: Columns, pairs: Pairs, slots: Slots = NO_SLOTS) -> Mask:
    """Pairs taken by distance; of equal distances the first by id."""
    order = np.argsort(distances(columns, pairs), kind="stable")
    return _taken(columns, pairs, order, slots)


def score_first(columns: Columns, pairs: Pairs, slots: Slots = NO_SLOTS) -> Mask:
    """Pairs taken by score, highest first; of equal scores the first by id."""
    order = np.argsort(-pairs.scores, kind="stable")
    useful = order[pairs.scores[order] > 0]
    return _taken(columns, pairs, useful, slots)


def _taken(columns: Columns, pairs: Pairs, order: Ints, slots: Slots) -> Mask:
    return taken_in_order(replace(Task.of(pairs, columns.quantities, columns.capacities), slots=slots), order) > 0


def totals(columns: Columns, picked: Pairs) -> Totals:
    """The sums of the pairs of one assignment."""
    got = np.bincount(picked.needs, minlength=len(columns.needs))
    load = np.bincount(picked.offers, minlength=len(columns.offers))
    return Totals(
        matches=len(picked),
        score=int(picked.scores.sum()),
        needs_filled=int(((got >= columns.quantities) & (columns.quantities > 0)).sum()),
        needs_helped=int((got > 0).sum()),
        kilometres=round(float(distances(columns, picked).sum()), 1),
        offers_used=int((load > 0).sum()),
        offers_full=int(((load > 0) & (load >= columns.capacities)).sum()),
        busiest=int(load.max(initial=0)),
    )


def distances(columns: Columns, pairs: Pairs) -> NDArray[np.float64]:
    """Kilometres of every pair."""
    squares = np.zeros(len(pairs))
    for axis in "xyz":
        squares += (columns.need_columns[axis][pairs.needs] - columns.offer_columns[axis][pairs.offers]) ** 2
    return _arc(squares) if columns.is_curved else np.sqrt(squares)


def _arc(squares: NDArray[np.float64]) -> NDArray[np.float64]:
    """`domain.asking.arc` for many at once, to the last binary digit."""
    part = np.minimum(1.0, squares / (4 * EARTH_KM * EARTH_KM))
    for _ in range(HALVINGS):
        part = part / (2.0 * (1.0 + np.sqrt(1.0 - part)))
    series = np.full(len(part), ARC_SERIES[-1])
    for term in ARC_SERIES[-2::-1]:
        series = series * part + term
    far: NDArray[np.float64] = 2 * EARTH_KM * 2**HALVINGS * (np.sqrt(part) * series)
    return far
