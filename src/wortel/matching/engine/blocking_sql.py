"""Blocking as SQL: which needs and offers may be near each other at all, as two narrow tables with one key.

A row of `needs_in` or `offers_around` holds no more than the block (kind, size of square, theme), the square and the
row number: only pairs that meet there look up the rest, by row number. An offer is put in the squares around it that
lie within its reach, so a corner that no need of it can be in holds no copy of it.
"""

from __future__ import annotations

from itertools import product

import numpy as np

from wortel.matching.engine.columns import MASK_BITS, Columns

_WHOLE_MASK = (1 << MASK_BITS) - 1
LEVELS = 128
"""More sizes of squares than there can be."""
_AXIS, _MIDDLE = 1 << 21, 1 << 20
"""Squares per axis in one number of 63 bits: no place is so far away that it needs more."""
SIDES = "SELECT DISTINCT kind, level, side FROM offers"
MEETINGS = (
    "needs_in i JOIN offers_around a USING (block, cell) JOIN needs n ON n.row = i.row JOIN offers o ON o.row = a.row"
)
"""Every need `n` with every offer `o` of the same block and square; `a.earlier…` are themes that had their turn."""


def steps(*, is_curved: bool) -> str:
    """The square itself and its neighbours: 9 on a flat map, 27 cubes on the globe."""
    around = (-1, 0, 1)
    rows = ", ".join(f"({x}, {y}, {z})" for x, y, z in product(around, around, around if is_curved else (0,)))
    return f"SELECT * FROM (VALUES {rows}) AS t(dx, dy, dz)"


def themes(columns: Columns, *, divided: bool) -> str:
    """Per theme its number, its bit, and the bits before it; one row that all share when themes do not divide."""
    masks = range(columns.masks["themes"])
    names = ", ".join(["theme", *(f"bit{nth}" for nth in masks), *(f"below{nth}" for nth in masks)])
    rows = []
    for theme in range(columns.shared_themes if divided else 0):
        bits = [(1 << theme) >> (MASK_BITS * nth) & _WHOLE_MASK for nth in masks]
        below = [((1 << theme) - 1) >> (MASK_BITS * nth) & _WHOLE_MASK for nth in masks]
        rows.append(f"({theme}, {', '.join(map(str, bits + below))})")
    rows = rows or [f"(0{', 0' * 2 * len(masks)})"]
    return f"SELECT * FROM (VALUES {', '.join(rows)}) AS t({names})"


def themes_divide(columns: Columns) -> bool:
    """Whether a join by theme looks at fewer pairs than one without: not when everyone names every theme."""
    by_theme = 0
    for theme in range(columns.shared_themes):
        mask, bit = f"themes{theme // MASK_BITS}", 1 << (theme % MASK_BITS)
        by_theme += int(np.count_nonzero(columns.need_columns[mask] & bit)) * int(
            np.count_nonzero(columns.offer_columns[mask] & bit)
        )
    return columns.shared_themes > 1 and 2 * by_theme < len(columns.needs) * len(columns.offers)


def needs_in(columns: Columns, *, divided: bool) -> str:
    """Each need in its square, once for every size of square and every theme it names."""
    squares = ", ".join(f"{_square(axis)} AS c{axis}" for axis in "xyz")
    return (
        f"SELECT {_block(columns)} AS block, {_cell()} AS cell, row FROM "
        f"(SELECT row, kind, level, theme, {squares} FROM needs JOIN sides USING (kind), themes "
        f"WHERE {_holds_theme(columns, divided=divided)}) AS p"
    )


def offers_around(columns: Columns, *, divided: bool) -> str:
    """Each offer in its square and the neighbours within its reach, once for every theme it names."""
    masks = range(columns.masks["themes"])
    squares = ", ".join(f"{_square(axis)} + d{axis} AS c{axis}" for axis in "xyz")
    gaps = (f"greatest(c{axis} * side - {axis}, {axis} - (c{axis} + 1) * side, 0e0) AS g{axis}" for axis in "xyz")
    held = ", ".join(f"themes{nth}" for nth in masks)
    near = (
        f"SELECT * FROM (SELECT row, kind, level, around, {held}, cx, cy, cz, {', '.join(gaps)} FROM "
        f"(SELECT row, kind, level, side, around, {held}, x, y, z, {squares} FROM offers, steps) AS p) AS q "
        "WHERE gx * gx + gy * gy + gz * gz <= around * around"
    )
    earlier = ", ".join(f"themes{nth} & below{nth} AS earlier{nth}" for nth in masks)
    return (
        f"SELECT {_block(columns)} AS block, {_cell()} AS cell, row, {earlier} FROM ({near}) AS near, themes "
        f"WHERE {_holds_theme(columns, divided=divided)}"
    )


def neighbours_counted() -> str:
    """Per need how many offers share a block with it, before any condition."""
    return (
        "SELECT i.row AS row, CAST(sum(o.held) AS BIGINT) AS raw FROM needs_in i JOIN "
        "(SELECT block, cell, count(*) AS held FROM offers_around GROUP BY block, cell) o USING (block, cell) "
        "GROUP BY i.row"
    )


def _square(axis: str) -> str:
    return f"CAST(floor({axis} / side) AS BIGINT)"


def _block(columns: Columns) -> str:
    return f"(kind * {LEVELS} + level) * {max(1, columns.shared_themes)} + theme"


def _cell() -> str:
    return f"((cx + {_MIDDLE}) * {_AXIS} + (cy + {_MIDDLE})) * {_AXIS} + (cz + {_MIDDLE})"


def _holds_theme(columns: Columns, *, divided: bool) -> str:
    held = " OR ".join(f"(themes{nth} & bit{nth}) <> 0" for nth in range(columns.masks["themes"]))
    return f"({held})" if divided else "true"
