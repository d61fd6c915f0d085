"""Which pairs would fit when exactly one condition were relaxed, and what that costs; for many pairs at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from wortel.matching.engine import beside
from wortel.matching.engine.assigning import Mask
from wortel.matching.engine.candidates import Pairs
from wortel.matching.engine.columns import Columns, Ints

RELAXED = ("weeks", "moments", "distance", "ages", "languages", "themes")
"""In the order of `domain.why.ORDER_OF_CHANGES`; the place in it is the number of the condition."""
_STRETCHES = {"weeks": "week", "ages": "age"}
_ONE_WISH = ("weeks", "ages", "moments", "languages")


@dataclass(frozen=True, slots=True)
class Chances:
    """Pairs that fail on one condition only: its place in `RELAXED`, and the cost in metres, weeks or years."""

    needs: Ints
    offers: Ints
    failing: Ints
    costs: Ints


def one_wish(columns: Columns, needs: Ints, offers: Ints) -> Chances:
    """Ages, weeks, moment or language, each alone, within reach; the cost is years or weeks to move, else nothing."""
    needs, offers = _kept(needs, offers, _are_within(columns, needs, offers))
    needs, offers = _kept(needs, offers, _share(columns, "themes", needs, offers))
    count, failing = np.zeros(len(needs), np.int64), np.zeros(len(needs), np.int64)
    for name in _ONE_WISH:
        fails = ~_holds(columns, name, needs, offers)
        count += fails
        failing = np.where(fails, RELAXED.index(name), failing)
    one = count == 1
    needs, offers, failing = needs[one], offers[one], failing[one]
    costs = np.zeros(len(needs), np.int64)
    for name, stretch in _STRETCHES.items():
        costs = np.where(failing == RELAXED.index(name), 1 - _shared(columns, stretch, needs, offers), costs)
    return Chances(needs, offers, failing, costs)


def other_themes(columns: Columns, needs: Ints, offers: Ints) -> Chances:
    """Only the themes stand in the way: it costs nothing, so the first by id is told."""
    needs, offers = _all_else(columns, needs, offers)
    needs, offers = _kept(needs, offers, ~_share(columns, "themes", needs, offers))
    needs, offers = _kept(needs, offers, _are_within(columns, needs, offers))
    return Chances(needs, offers, np.full(len(needs), RELAXED.index("themes")), np.zeros(len(needs), np.int64))


def further(columns: Columns, needs: Ints, offers: Ints) -> Chances:
    """Only the distance stands in the way; the cost is metres beyond the shorter radius."""
    needs, offers = _all_else(columns, needs, offers)
    needs, offers = _kept(needs, offers, _share(columns, "themes", needs, offers))
    needs, offers = _kept(needs, offers, ~_are_within(columns, needs, offers))
    far = beside.distances(columns, Pairs(needs.astype(np.int32), offers.astype(np.int32), needs))
    radius = np.minimum(columns.need_columns["radius"][needs], columns.offer_columns["radius"][offers])
    costs = np.ceil(1000 * (far - radius)).astype(np.int64)
    return Chances(needs, offers, np.full(len(needs), RELAXED.index("distance")), costs)


def _all_else(columns: Columns, needs: Ints, offers: Ints) -> tuple[Ints, Ints]:
    """The pairs whose weeks, ages, moments and languages fit; each condition looks at what the one before it left."""
    for name in _ONE_WISH:
        needs, offers = _kept(needs, offers, _holds(columns, name, needs, offers))
    return needs, offers


def _kept(needs: Ints, offers: Ints, holds: Mask) -> tuple[Ints, Ints]:
    return needs[holds], offers[holds]


def _holds(columns: Columns, name: str, needs: Ints, offers: Ints) -> Mask:
    if name in _STRETCHES:
        return _shared(columns, _STRETCHES[name], needs, offers) > 0
    if name == "moments":
        both: Mask = (columns.need_columns[name][needs] & columns.offer_columns[name][offers]) != 0
        return both
    return _share(columns, name, needs, offers)


def _shared(columns: Columns, name: str, needs: Ints, offers: Ints) -> Ints:
    start = np.maximum(columns.need_columns[f"{name}_from"][needs], columns.offer_columns[f"{name}_from"][offers])
    end = np.minimum(columns.need_columns[f"{name}_to"][needs], columns.offer_columns[f"{name}_to"][offers])
    shared: Ints = end - start
    return shared


def _share(columns: Columns, name: str, needs: Ints, offers: Ints) -> Mask:
    """Whether both hold one of the same themes or languages."""
    found = np.zeros(len(needs), dtype=np.bool_)
    for nth in range(columns.masks[name]):
        found |= (columns.need_columns[f"{name}{nth}"][needs] & columns.offer_columns[f"{name}{nth}"][offers]) != 0
    return found


def _are_within(columns: Columns, needs: Ints, offers: Ints) -> Mask:
    squares = np.zeros(len(needs))
    for axis in "xyz" if columns.is_curved else "xy":
        squares += (columns.need_columns[axis][needs] - columns.offer_columns[axis][offers]) ** 2
    reach = np.minimum(columns.need_columns["reach"][needs], columns.offer_columns["reach"][offers])
    within: Mask = np.sqrt(squares) <= reach
    return within
