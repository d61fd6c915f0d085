"""Per unfilled need the nearest offer with room for each single condition that it fails: exact, in growing squares.

*Further* is sought in squares that grow: an offer at most e kilometres beyond its radius lies within radius + e, so a
find of at most e is the nearest, and only needs without a find look further. *Another theme* costs nothing whichever
offer it is, so the first by id is sought in growing parts of the list. The rest lies within reach.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from wortel.matching.engine import relaxing
from wortel.matching.engine.blocking_sql import themes_divide
from wortel.matching.engine.columns import Columns, Ints
from wortel.matching.engine.near_pairs import Grouped, grouped, near
from wortel.matching.engine.relaxing import RELAXED, Chances

MOST_LOOKED_AT = 1_000_000_000
"""Pairs in neighbouring squares that one question looks at; needs beyond it, by id, are not explained."""
_FIRST_STEP_KM, _GROWTH = 16.0, 2.0
_PARTS = (64, 8, 1)
_FEW = 1_000_000
"""Fewer pairs than this are looked at in one go."""
_ROW_BITS = 24
"""Room for 16.7 million offers beside a cost of up to 2^39 metres, weeks or years in one whole number."""
_NONE = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class Found:
    """Changes that would each let a need in, sorted by need, condition, offer; `left_out`: needs not looked at."""

    needs: Ints
    failing: Ints
    """The place of the condition in `relaxing.RELAXED`."""
    offers: Ints
    left_out: Ints


def nearest_changes(columns: Columns, short: Ints, free: Ints) -> Found:
    """The nearest changes for the rows of needs in `short`, towards the rows of offers in `free`."""
    search = _Search(columns)
    if len(short) and len(free):
        search.within(short, free)
        search.other_themes(short, free)
        search.further(short, free)
    return search.found()


class _Search:
    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._divided = themes_divide(columns)
        # Per condition and need the least cost, above the row of the offer: of equal costs the first by id wins.
        self._best = np.full((len(RELAXED), len(columns.needs)), _NONE, dtype=np.int64)
        self._left_out: list[Ints] = []

    def within(self, short: Ints, free: Ints) -> None:
        self._look(relaxing.one_wish, self._needs(short, by_theme=True), self._offers(free, by_theme=True))

    def other_themes(self, short: Ints, free: Ints) -> None:
        done = 0
        for part in _PARTS if len(short) * len(free) > _FEW else (1,):
            upto = -(-len(free) // part)
            needs = self._needs(short, by_theme=False)
            self._look(relaxing.other_themes, needs, self._offers(free[done:upto], by_theme=False))
            short, done = short[self._best[RELAXED.index("themes")][short] == _NONE], upto
            if not len(short):
                return

    def further(self, short: Ints, free: Ints) -> None:
        widest, best = self._widest(short, free), self._best[RELAXED.index("distance")]
        step = _FIRST_STEP_KM if len(short) * len(free) > _FEW else widest
        offers = self._offers(free, by_theme=True)
        while len(short):
            left_out = self._look(relaxing.further, self._needs(short, by_theme=True), offers, min(step, widest))
            best[left_out] = _NONE
            if step >= widest:
                return
            short = np.setdiff1d(short[(best[short] >> _ROW_BITS) > 1000 * step], left_out)
            step *= _GROWTH

    def found(self) -> Found:
        needs, failing = np.nonzero(self._best.T != _NONE)
        offers = self._best[failing, needs] & ((1 << _ROW_BITS) - 1)
        left_out = np.unique(np.concatenate([np.empty(0, np.int64), *self._left_out]))
        return Found(needs, failing, offers, left_out)

    def _needs(self, rows: Ints, *, by_theme: bool) -> Grouped:
        return grouped(self._columns.need_columns, rows, self._columns, by_theme=by_theme and self._divided)

    def _offers(self, rows: Ints, *, by_theme: bool) -> Grouped:
        return grouped(self._columns.offer_columns, rows, self._columns, by_theme=by_theme and self._divided)

    def _look(
        self, ask: Callable[[Columns, Ints, Ints], Chances], needs: Grouped, offers: Grouped, extend: float = 0.0
    ) -> Ints:
        """Keeps the best of what is asked; gives the needs that were left out."""
        left_out = [np.empty(0, np.int64)]
        if len(needs.rows) and len(offers.rows):
            for around in near(self._columns, needs, offers, extend, MOST_LOOKED_AT):
                left_out.append(around.left_out)
                for some_needs, some_offers in around.pairs():
                    found = ask(self._columns, some_needs, some_offers)
                    places = found.failing * self._best.shape[1] + found.needs
                    np.minimum.at(self._best.reshape(-1), places, (found.costs << _ROW_BITS) + found.offers)
        self._left_out += left_out
        return np.unique(np.concatenate(left_out))

    def _widest(self, short: Ints, free: Ints) -> float:
        """Kilometres that no two of these places are further apart, over the globe too."""
        extent = 0.0
        for axis in "xyz":
            both = np.concatenate((self._columns.need_columns[axis][short], self._columns.offer_columns[axis][free]))
            extent += float(both.max() - both.min())
        return 2 * extent + 1
