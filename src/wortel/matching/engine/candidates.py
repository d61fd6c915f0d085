"""Every feasible pair with its score, and no other: blocked by kind and grid cell, joined by DuckDB, in sorted slices.

An offer with a radius between half of w and w lies in the square of side w that holds it; every need it can serve lies
in that square or a neighbour. So joining each need with the neighbours of its square loses nobody, at borders neither.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

import duckdb
import numpy as np
from numpy.typing import NDArray

from wortel.matching.domain.asking import EARTH_KM, SLACK_KM
from wortel.matching.domain.scoring import FULL, POINTS, Weights
from wortel.matching.engine.columns import MASK_BITS, Columns, Ints

RAW_PAIRS_A_SLICE = 20_000_000
"""Pairs in neighbouring squares looked at in one go: bounds memory, whatever the size of the input."""
SMALLEST_SQUARE_KM = 1.0
_WHOLE_MASK = (1 << MASK_BITS) - 1


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
    """Slices of the feasible pairs; one after the other they are sorted by need and offer."""
    if not columns.needs or not columns.offers:
        return
    with duckdb.connect() as base:
        base.execute(f"SET threads = {int(threads)}; SET preserve_insertion_order = false")
        fill(base, columns, columns.need_columns, columns.offer_columns)
        ask = _question(columns, weights)
        for first, last in _slices(base, a_slice, len(columns.needs)):
            found = base.execute(ask, [first, last]).fetchnumpy()
            need, offer, points = found["need"], found["offer"], found["score"]
            # Sorted here: a key of 64 bits sorts faster than two columns in the join.
            order = np.argsort(need.astype(np.int64) * len(columns.offers) + offer)
            yield Pairs(need[order], offer[order], points[order])


def fill(
    base: duckdb.DuckDBPyConnection,
    columns: Columns,
    need_columns: dict[str, NDArray[Any]],
    offer_columns: dict[str, NDArray[Any]],
    *,
    by_theme: bool = True,
) -> None:
    """The tables to join: `needs_in`, each need by its square and theme, and `offers_around`, also by neighbours."""
    side = np.maximum(offer_columns["radius"], SMALLEST_SQUARE_KM)
    base.register("needs", need_columns)
    base.register("offers", {**offer_columns, "side": np.exp2(np.ceil(np.log2(side)))})
    base.execute("CREATE TABLE sides AS SELECT DISTINCT kind, side FROM offers")
    around = (-1, 0, 1)
    steps = ", ".join(f"({x}, {y}, {z})" for x, y, z in product(around, around, around if columns.is_curved else (0,)))
    themes = _theme_rows(columns, by_theme=by_theme)
    held = " OR ".join(f"(themes{nth} & bit{nth}) <> 0" for nth in range(columns.masks["themes"]))
    held = held if len(themes) > 1 else "true"
    base.execute(f"CREATE TABLE steps AS SELECT * FROM (VALUES {steps}) AS t(dx, dy, dz)")
    base.execute(f"CREATE TABLE themes AS SELECT * FROM (VALUES {', '.join(themes)}) AS t({_theme_names(columns)})")
    square = ", ".join(f"CAST(floor({axis} / side) AS INTEGER) AS c{axis}" for axis in "xyz")
    near = ", ".join(f"CAST(floor({axis} / side) AS INTEGER) + d{axis} AS c{axis}" for axis in "xyz")
    below = ", ".join(f"themes{nth} & below{nth} AS earlier{nth}" for nth in range(columns.masks["themes"]))
    base.execute(
        f"CREATE TABLE offers_around AS SELECT offers.*, theme, {below}, {near} FROM offers, themes, steps WHERE {held}"
    )
    base.execute(
        f"CREATE TABLE needs_in AS SELECT needs.*, theme, side, {square} "
        f"FROM needs JOIN sides USING (kind), themes WHERE {held}"
    )


def _theme_rows(columns: Columns, *, by_theme: bool) -> list[str]:
    """Per theme its number, its bit, and the bits before it; one row that all share when themes do not divide."""
    count = columns.masks["themes"]
    if not by_theme or not _themes_divide(columns):
        return [f"(0{', 0' * 2 * count})"]
    rows = []
    for theme in range(columns.shared_themes):
        bits = [(1 << theme) >> (MASK_BITS * nth) & _WHOLE_MASK for nth in range(count)]
        below = [((1 << theme) - 1) >> (MASK_BITS * nth) & _WHOLE_MASK for nth in range(count)]
        rows.append(f"({theme}, {', '.join(map(str, bits + below))})")
    return rows


def _theme_names(columns: Columns) -> str:
    masks = range(columns.masks["themes"])
    return ", ".join(["theme", *(f"bit{nth}" for nth in masks), *(f"below{nth}" for nth in masks)])


def _themes_divide(columns: Columns) -> bool:
    """Whether a join by theme looks at fewer pairs than one without: not when everyone names every theme."""
    by_theme = 0
    for theme in range(columns.shared_themes):
        mask, bit = f"themes{theme // MASK_BITS}", 1 << (theme % MASK_BITS)
        by_theme += int(np.count_nonzero(columns.need_columns[mask] & bit)) * int(
            np.count_nonzero(columns.offer_columns[mask] & bit)
        )
    return columns.shared_themes > 1 and 2 * by_theme < len(columns.needs) * len(columns.offers)


def _slices(base: duckdb.DuckDBPyConnection, a_slice: int, needs: int) -> Iterator[tuple[int, int]]:
    """Ranges of needs with at most about `a_slice` pairs of neighbouring squares each."""
    counted = base.execute(
        "SELECT n.row AS row, CAST(sum(o.held) AS BIGINT) AS raw FROM needs_in n JOIN "
        "(SELECT kind, side, theme, cx, cy, cz, count(*) AS held FROM offers_around GROUP BY ALL) o "
        "USING (kind, side, theme, cx, cy, cz) GROUP BY n.row"
    ).fetchnumpy()
    raw = np.zeros(needs, dtype=np.int64)
    raw[counted["row"]] = counted["raw"]
    nth = np.cumsum(raw) // a_slice
    starts = np.flatnonzero(np.diff(nth, prepend=-1))
    for first, after in zip(starts, [*starts[1:], needs], strict=True):
        yield int(first), int(after)


def _question(columns: Columns, weights: Weights) -> str:
    """The join: the same conditions and the same whole numbers as `domain.conditions` and `domain.scoring`."""
    shared = " + ".join(f"bit_count(n.themes{nth} & o.themes{nth})::BIGINT" for nth in range(columns.masks["themes"]))
    language = " OR ".join(f"(n.languages{nth} & o.languages{nth}) <> 0" for nth in range(columns.masks["languages"]))
    masks = range(columns.masks["themes"])
    theme = " OR ".join(f"(n.themes{nth} & o.themes{nth}) <> 0" for nth in masks)
    # A pair that shares several themes meets in each: only the first counts.
    is_first = " AND ".join(f"(n.themes{nth} & o.earlier{nth}) = 0" for nth in masks)
    km = distance(columns, "n", "o")
    years = "(least(n.age_to, o.age_to) - greatest(n.age_from, o.age_from))"
    weeks = "(least(n.week_to, o.week_to) - greatest(n.week_from, o.week_from))"
    values = {
        "themes": f"({FULL} * ({shared}) // n.themes_asked)",
        "nearness": f"({FULL} - CAST(floor({FULL} * least({km} / {weights.far_km}.0, 1.0)) AS BIGINT))",
        "ages": f"({FULL} * {years} // (n.age_to - n.age_from))",
        "weeks": f"({FULL} * {weeks} // (n.week_to - n.week_from))",
    }
    reached = " + ".join(f"{weight} * {values[name]}" for name, weight in weights.by_name.items())
    points = f"({reached}) * {POINTS // FULL} // {weights.total}"
    return (
        "SELECT n.row::INTEGER AS need, o.row::INTEGER AS offer, "
        f"greatest(1, {points} * n.weight // 1000)::BIGINT AS score "
        "FROM needs_in n JOIN offers_around o USING (kind, side, theme, cx, cy, cz) "
        f"WHERE n.row >= ? AND n.row < ? AND ({theme}) AND {is_first} AND ({language}) AND {years} > 0 AND {weeks} > 0 "
        f"AND {km} <= o.radius + {SLACK_KM}"
    )


def distance(columns: Columns, one: str, other: str) -> str:
    """The expression for kilometres between two rows, as `Place.distance` counts them."""
    squares = " + ".join(f"({one}.{axis} - {other}.{axis}) * ({one}.{axis} - {other}.{axis})" for axis in "xyz")
    straight = f"sqrt({squares})"
    if not columns.is_curved:
        return straight
    return f"({2 * EARTH_KM!r} * asin(least(1.0, {straight} / {2 * EARTH_KM!r})))"
