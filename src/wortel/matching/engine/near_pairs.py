"""Which offers are near a need, by squares of sorted rows: for questions that look around one need after the other.

The offers are sorted by group (kind, and theme when that helps), size of radius and square. What lies around a need is
then a few stretches of that list, one per row of squares, found by bisection.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from wortel.matching.engine.bases import Table
from wortel.matching.engine.columns import MASK_BITS, Columns, Ints

PAIRS_AT_ONCE = 1_000_000
_SMALLEST_KM = 8.0
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Near:
    """Needs and offers that may be near each other, with the needs that were too many to look at."""

    needs: Ints
    """Row of the need per stretch."""
    starts: Ints
    counts: Ints
    offers: Ints
    """The sorted list of rows that the stretches are part of."""
    left_out: Ints

    def pairs(self) -> Iterator[tuple[Ints, Ints]]:
        """Rows of needs and offers, some at a time; a pair may come more than once."""
        upto = np.cumsum(self.counts)
        cuts = np.flatnonzero(np.diff(upto // PAIRS_AT_ONCE, prepend=0))
        for first, after in zip([0, *cuts.tolist()], [*cuts.tolist(), len(upto)], strict=True):
            counts = self.counts[first:after]
            total = int(counts.sum())
            if total:
                before = np.cumsum(counts) - counts
                places = np.arange(total) + np.repeat(self.starts[first:after] - before, counts)
                yield np.repeat(self.needs[first:after], counts), self.offers[places]


@dataclass(frozen=True, slots=True)
class Grouped:
    """Rows under every group they belong to: a row with two themes is there twice."""

    groups: Ints
    rows: Ints


def grouped(table: Table, rows: Ints, columns: Columns, *, by_theme: bool) -> Grouped:
    """The rows by kind, or by kind and theme."""
    kinds = table["kind"][rows]
    if not by_theme:
        return Grouped(kinds, rows)
    groups, held = [], []
    for theme in range(columns.shared_themes):
        here = np.flatnonzero(table[f"themes{theme // MASK_BITS}"][rows] & (1 << (theme % MASK_BITS)))
        groups.append(kinds[here] * columns.shared_themes + theme)
        held.append(rows[here])
    return Grouped(np.concatenate(groups), np.concatenate(held))


def near(columns: Columns, needs: Grouped, offers: Grouped, extend: float, most: int) -> Iterator[Near]:
    """Every need with every offer of its group at most the shorter of both radii and `extend` kilometres away.

    At most about `most` pairs for each size of radius; needs beyond it, by row, are left out.
    """
    radius = columns.offer_columns["radius"][offers.rows] + extend
    level = np.ceil(np.log2(np.maximum(radius, _SMALLEST_KM))).astype(np.int64)
    for one in np.unique(level).tolist():
        here = level == one
        part = Grouped(offers.groups[here], offers.rows[here])
        reach = np.minimum(columns.need_columns["radius"][needs.rows] + extend, float(radius[here].max()))
        yield _near(columns, needs, part, reach * 1.000001 + 1e-6, most)


def _near(columns: Columns, needs: Grouped, offers: Grouped, reach: Floats, most: int) -> Near:
    axes = "xyz" if columns.is_curved else "xy"
    side = float(reach.max()) / (1 if columns.is_curved else 2)
    names, group = np.unique(offers.groups, return_inverse=True)
    low = [float(columns.offer_columns[axis][offers.rows].min()) for axis in axes]
    squares = [
        _squares(columns.offer_columns[axis][offers.rows] - least, side) for axis, least in zip(axes, low, strict=True)
    ]
    sizes = [int(one.max()) + 1 for one in squares]
    key = group.astype(np.int64)
    for square, size in zip(squares, sizes, strict=True):
        key = key * size + square
    order = np.argsort(key, kind="stable")
    key, listed = key[order], offers.rows[order]

    place = np.searchsorted(names, needs.groups)
    known = names[np.minimum(place, len(names) - 1)] == needs.groups
    rows, place, reach = needs.rows[known], place[known], reach[known]
    spans = [
        _span(columns.need_columns[axis][rows] - least, reach, side, size)
        for axis, least, size in zip(axes, low, sizes, strict=True)
    ]
    widths = [range(int((last - first).max(initial=-1)) + 1) for first, last in spans[:-1]]
    found: list[tuple[Ints, Ints, Ints]] = []
    for steps in product(*widths):
        base, inside = place, spans[-1][0] <= spans[-1][1]
        for step, (first, last), size in zip(steps, spans[:-1], sizes[:-1], strict=True):
            base = base * size + first + step
            inside = inside & (first + step <= last)
        base = base[inside] * sizes[-1]
        start = np.searchsorted(key, base + spans[-1][0][inside])
        count = np.searchsorted(key, base + spans[-1][1][inside], side="right") - start
        some = count > 0
        found.append((rows[inside][some], start[some], count[some]))
    return _bounded(found, listed, most)


def _bounded(found: list[tuple[Ints, Ints, Ints]], listed: Ints, most: int) -> Near:
    """The stretches, without those of needs that come when there are enough."""
    empty = np.empty(0, np.int64)
    needs, starts, counts = (np.concatenate([empty, *(one[nth] for one in found)]) for nth in range(3))
    left_out = empty
    if counts.sum() > most:
        total = np.cumsum(np.bincount(needs, counts))
        last = int(np.searchsorted(total, most, side="right"))
        left_out = np.unique(needs[needs >= last])
        kept = needs < last
        needs, starts, counts = needs[kept], starts[kept], counts[kept]
    return Near(needs, starts, counts, listed, left_out)


def _squares(places: Floats, side: float) -> Ints:
    return np.floor(places / side).astype(np.int64)


def _span(places: Floats, reach: Floats, side: float, size: int) -> tuple[Ints, Ints]:
    """The first and the last square within reach; none when the last comes before the first."""
    return np.maximum(_squares(places - reach, side), 0), np.minimum(_squares(places + reach, side), size - 1)
