"""Blocking, conditions and score as SQL: the same on every engine, to the last binary digit.

Scores are whole numbers. Distances use only sums, products, quotients and square roots, which IEEE 754 fixes; so no
engine can find another pair or another point. Each step of the arc is a select of its own: written into each other they
would double with every step.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import numpy as np

from wortel.matching.domain.asking import ARC_SERIES, AROUND_KM, EARTH_KM, HALVINGS
from wortel.matching.domain.scoring import FULL, POINTS, Weights
from wortel.matching.engine.bases import Dialect
from wortel.matching.engine.columns import MASK_BITS, Columns

_WHOLE_MASK = (1 << MASK_BITS) - 1
_BLOCK = ("kind", "side", "theme", "cx", "cy", "cz")
SIDES = "SELECT DISTINCT kind, side FROM offers"


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
    square = ", ".join(f"CAST(floor({axis} / side) AS INTEGER) AS c{axis}" for axis in "xyz")
    return (
        f"SELECT needs.*, theme, side, {square} FROM needs JOIN sides USING (kind), themes "
        f"WHERE {_holds_theme(columns, divided=divided)}"
    )


def offers_around(columns: Columns, *, divided: bool) -> str:
    """Each offer in its square and the neighbours, once for every theme it names."""
    square = ", ".join(f"CAST(floor({axis} / side) AS INTEGER) + d{axis} AS c{axis}" for axis in "xyz")
    below = ", ".join(f"themes{nth} & below{nth} AS earlier{nth}" for nth in range(columns.masks["themes"]))
    return (
        f"SELECT offers.*, theme, {below}, {square} FROM offers, themes, steps "
        f"WHERE {_holds_theme(columns, divided=divided)}"
    )


def _holds_theme(columns: Columns, *, divided: bool) -> str:
    held = " OR ".join(f"(themes{nth} & bit{nth}) <> 0" for nth in range(columns.masks["themes"]))
    return held if divided else "true"


def neighbours_counted() -> str:
    """Per need how many offers share a block with it, before any condition."""
    block = ", ".join(_BLOCK)
    return (
        "SELECT n.row AS row, CAST(sum(o.held) AS BIGINT) AS raw FROM needs_in n JOIN "
        f"(SELECT {block}, count(*) AS held FROM offers_around GROUP BY {block}) o USING ({block}) GROUP BY n.row"
    )


def scored_pairs(columns: Columns, weights: Weights, dialect: Dialect, first: int, after: int) -> str:
    """Need, offer and score of every feasible pair of the needs from row `first` up to row `after`."""
    return _scored(_measured(_feasible(columns, first, after), is_curved=columns.is_curved), weights, dialect)


def _feasible(columns: Columns, first: int, after: int) -> str:
    """The pairs that meet every condition of `domain.conditions`, with what the score is made of."""
    masks, tongues = range(columns.masks["themes"]), range(columns.masks["languages"])
    shared = " + ".join(f"CAST(bit_count(n.themes{nth} & o.themes{nth}) AS BIGINT)" for nth in masks)
    theme = " OR ".join(f"(n.themes{nth} & o.themes{nth}) <> 0" for nth in masks)
    # A pair that shares several themes meets in each: only the first counts.
    is_first = " AND ".join(f"(n.themes{nth} & o.earlier{nth}) = 0" for nth in masks)
    language = " OR ".join(f"(n.languages{nth} & o.languages{nth}) <> 0" for nth in tongues)
    years, weeks = shared_stretch("age"), shared_stretch("week")
    return (
        f"SELECT n.row AS need, o.row AS offer, {squares('n', 'o')} AS squares, {shared} AS themes, n.themes_asked, "
        f"{years} AS years, n.age_to - n.age_from AS years_asked, "
        f"{weeks} AS weeks, n.week_to - n.week_from AS weeks_asked, n.weight AS weight "
        f"FROM needs_in n JOIN offers_around o USING ({', '.join(_BLOCK)}) "
        f"WHERE n.row >= {int(first)} AND n.row < {int(after)} AND ({theme}) AND {is_first} AND ({language}) "
        f"AND {years} > 0 AND {weeks} > 0 AND (n.moments & o.moments) <> 0 "
        f"AND sqrt({squares('n', 'o')}) <= least(n.reach, o.reach)"
    )


def _measured(pairs: str, *, is_curved: bool) -> str:
    """The pairs with their kilometres, as `Place.distance` counts them."""
    if not is_curved:
        return f"SELECT *, sqrt(squares) AS km FROM ({pairs}) AS p"
    steps = [f"least(1e0, squares / {number(4 * EARTH_KM * EARTH_KM)}) AS part0"]
    steps += [f"part{nth} / (2e0 * (1e0 + sqrt(1e0 - part{nth}))) AS part{nth + 1}" for nth in range(HALVINGS)]
    part = f"part{HALVINGS}"
    series = number(ARC_SERIES[-1])
    for term in ARC_SERIES[-2::-1]:
        series = f"({series} * {part} + {number(term)})"
    steps.append(f"{number(AROUND_KM)} * (sqrt({part}) * {series}) AS km")
    for step in steps:
        pairs = f"SELECT *, {step} FROM ({pairs}) AS p"
    return pairs


def _scored(pairs: str, weights: Weights, dialect: Dialect) -> str:
    """The pairs with the same whole numbers as `domain.scoring`."""
    over = dialect.over
    values = {
        "themes": f"({FULL} * themes {over} themes_asked)",
        "nearness": f"({FULL} - CAST(floor({number(FULL)} * least(km / {number(weights.far_km)}, 1e0)) AS BIGINT))",
        "ages": f"({FULL} * years {over} years_asked)",
        "weeks": f"({FULL} * weeks {over} weeks_asked)",
    }
    reached = " + ".join(f"{weight} * {values[name]}" for name, weight in weights.by_name.items())
    points = f"({reached}) * {POINTS // FULL} {over} {weights.total}"
    return (
        "SELECT CAST(need AS INTEGER) AS need, CAST(offer AS INTEGER) AS offer, "
        f"CAST(greatest(1, ({points}) * weight {over} 1000) AS BIGINT) AS score FROM ({pairs}) AS p"
    )


def shared_stretch(name: str) -> str:
    """How many years or weeks need and offer share; 0 or less: none."""
    return f"(least(n.{name}_to, o.{name}_to) - greatest(n.{name}_from, o.{name}_from))"


def squares(one: str, other: str) -> str:
    """The square of the straight distance between two rows."""
    return _sum(f"({one}.{axis} - {other}.{axis}) * ({one}.{axis} - {other}.{axis})" for axis in "xyz")


def distance(columns: Columns, one: str, other: str) -> str:
    """Kilometres between two rows in one expression, equal to `Place.distance` but for its last binary digits."""
    straight = f"sqrt({squares(one, other)})"
    if not columns.is_curved:
        return straight
    return f"({number(2 * EARTH_KM)} * asin(least(1e0, {straight} / {number(2 * EARTH_KM)})))"


def number(value: float) -> str:
    """A double as both engines read it: with an exponent, for without one it would be a decimal."""
    text = repr(float(value))
    return text if "e" in text else f"{text}e0"


def _sum(terms: Iterator[str]) -> str:
    return f"({' + '.join(terms)})"
