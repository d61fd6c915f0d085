"""Per unfilled need the nearest offer with room for each single condition that it fails: exact, in growing squares.

*Further* is sought in squares that grow: an offer at most e kilometres beyond its radius lies within squares of
radius + e, so a find of at most e is the nearest, and only needs without a find look further. *Another theme* costs
nothing whichever offer it is, so the first by id is sought in growing parts of the list. The rest lies within reach.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wortel.matching.engine import pair_sql, relaxing
from wortel.matching.engine.bases import OnDuckDB, on_duckdb
from wortel.matching.engine.columns import Columns, Ints

MOST_LOOKED_AT = 3_000_000_000
"""Pairs in neighbouring squares that one question looks at; needs beyond it, by id, are not explained."""
_FIRST_STEP_KM, _GROWTH = 16.0, 3.0
_LADDER = 1.25
"""Sides of squares differ by this factor: few sides, each hardly wider than it must be."""
_PARTS = (64, 8, 1)
_FEW = 1_000_000
"""Fewer pairs than this are looked at in one go."""
_SMALL = ("row", "kind", "age_from", "age_to", "week_from", "week_to")
_UNUSED = frozenset({"units", "weight", "themes_asked"})


@dataclass(frozen=True, slots=True)
class Found:
    """Changes that would each let a need in, sorted by need, condition, offer; `left_out`: needs not looked at."""

    needs: Ints
    failing: Ints
    """The place of the condition in `relaxing.RELAXED`."""
    offers: Ints
    left_out: Ints


def nearest_changes(columns: Columns, short: Ints, free: Ints, threads: int) -> Found:
    """The nearest changes for the rows of needs in `short`, towards the rows of offers in `free`."""
    search = _Search(columns, threads)
    if len(short) and len(free):
        search.within(short, free)
        search.other_themes(short, free)
        search.further(short, free)
    return search.found()


class _Search:
    def __init__(self, columns: Columns, threads: int) -> None:
        self._columns = columns
        self._threads = threads
        self._parts: list[tuple[Ints, Ints, Ints]] = []
        self._left_out: list[Ints] = []

    def within(self, short: Ints, free: Ints) -> None:
        self._keep(*self._asked(relaxing.one_wish(self._columns), short, free, by_theme=True))

    def other_themes(self, short: Ints, free: Ints) -> None:
        done, question = 0, relaxing.other_themes(self._columns)
        for part in _PARTS if len(short) * len(free) > _FEW else (1,):
            upto = -(-len(free) // part)
            need, failing, nearest = self._asked(question, short, free[done:upto], by_theme=False)
            self._keep(need, failing, nearest)
            short, done = np.setdiff1d(short, need, assume_unique=True), upto
            if not len(short):
                return

    def further(self, short: Ints, free: Ints) -> None:
        question = relaxing.further(self._columns)
        widest = self._widest(short, free)
        step = _FIRST_STEP_KM if len(short) * len(free) > _FEW else widest
        while len(short):
            need, failing, nearest = self._asked(question, short, free, by_theme=True, extend=step)
            sure = (nearest >> relaxing.ROW_BITS) <= (1000 * step if step < widest else np.inf)
            self._keep(need[sure], failing[sure], nearest[sure])
            short = np.setdiff1d(short, need[sure], assume_unique=True) if step < widest else short[:0]
            step *= _GROWTH

    def found(self) -> Found:
        parts = [np.concatenate(list(column)) for column in zip(*self._parts, strict=True)] or [
            np.empty(0, np.int64)
        ] * 3
        needs, failing, offers = parts[0], parts[1], parts[2] & ((1 << relaxing.ROW_BITS) - 1)
        order = np.lexsort((offers, failing, needs))
        left_out = np.unique(np.concatenate([np.empty(0, np.int64), *self._left_out]))
        return Found(needs[order], failing[order], offers[order], left_out)

    def _keep(self, need: Ints, failing: Ints, nearest: Ints) -> None:
        self._parts.append((need, failing, nearest))

    def _widest(self, short: Ints, free: Ints) -> float:
        """Kilometres that no two of these places are further apart, over the globe too."""
        extent = 0.0
        for axis in "xyz":
            both = np.concatenate((self._columns.need_columns[axis][short], self._columns.offer_columns[axis][free]))
            extent += float(both.max() - both.min())
        return 2 * extent + 1

    def _asked(
        self, question: str, short: Ints, free: Ints, *, by_theme: bool, extend: float = 0.0
    ) -> tuple[Ints, Ints, Ints]:
        with on_duckdb(self._threads) as base:
            offers = _rows(self._columns.offer_columns, free)
            steps = np.ceil(np.log(np.maximum(offers["radius"] + extend, 1.0)) / np.log(_LADDER) - 1e-9)
            offers["side"] = np.maximum(_LADDER**steps, offers["radius"] + extend)
            self._block(base, _rows(self._columns.need_columns, short), offers, by_theme=by_theme)
            last = self._last_within_bounds(base, short)
            answers = list(self._answers(base, f"{question} AND n.row <= {last}"))
        columns = zip(*((one["need"], one["failing"], one["nearest"]) for one in answers), strict=True)
        need, failing, nearest = (np.concatenate(list(column)).astype(np.int64) for column in columns)
        return need, failing, nearest

    def _block(self, base: OnDuckDB, needs: Mapping[str, Any], offers: Mapping[str, Any], *, by_theme: bool) -> None:
        divided = by_theme and pair_sql.themes_divide(self._columns)
        base.hold("needs", needs)
        base.hold("offers", offers)
        base.make("sides", pair_sql.SIDES)
        base.make("steps", pair_sql.steps(is_curved=self._columns.is_curved))
        base.make("themes", pair_sql.themes(self._columns, divided=divided))
        base.make("offers_around", pair_sql.offers_around(self._columns, divided=divided), is_large=True)
        base.make("needs_in", pair_sql.needs_in(self._columns, divided=divided), is_large=True)

    def _last_within_bounds(self, base: OnDuckDB, short: Ints) -> int:
        """The last need to look at: those after it come out as left out."""
        counted = base.answer(pair_sql.neighbours_counted())
        order = np.argsort(counted["row"])
        total = np.cumsum(counted["raw"][order])
        if not len(total) or total[-1] <= MOST_LOOKED_AT:
            return int(short[-1])
        within = int(np.searchsorted(total, MOST_LOOKED_AT, side="right"))
        last = int(counted["row"][order][within - 1]) if within else -1
        self._left_out.append(short[short > last])
        return last

    def _answers(self, base: OnDuckDB, question: str) -> Iterator[dict[str, NDArray[Any]]]:
        """One thread takes each share of the needs: small tables are not divided by the engine itself."""

        def ask(share: int) -> dict[str, NDArray[Any]]:
            with base.connection.cursor() as own:
                found = own.execute(f"{question} AND n.row % {self._threads} = {share} GROUP BY 1, 2").fetchnumpy()
                return {name: np.asarray(values) for name, values in found.items()}

        with ThreadPoolExecutor(max_workers=self._threads) as workers:
            yield from workers.map(ask, range(self._threads))


def _rows(columns: Mapping[str, NDArray[Any]], rows: Ints) -> dict[str, NDArray[Any]]:
    """The columns of these rows that a question may name, as narrow as they can be."""
    narrow = {name: columns[name][rows].astype(np.int32) for name in _SMALL}
    return narrow | {
        name: values[rows] for name, values in columns.items() if name not in _UNUSED and name not in _SMALL
    }
