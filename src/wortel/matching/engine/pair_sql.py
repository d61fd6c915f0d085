"""Conditions and score as SQL: the same on every engine, to the last binary digit.

Scores are whole numbers. Distances use only sums, products, quotients and square roots, which IEEE 754 fixes; so no
engine can find another pair or another point. Each step of the arc is a select of its own: written into each other they
would double with every step.
"""

from __future__ import annotations

from collections.abc import Iterator

from wortel.matching.domain.asking import ARC_SERIES, AROUND_KM, EARTH_KM, HALVINGS
from wortel.matching.domain.scoring import FULL, POINTS, Weights
from wortel.matching.engine.bases import Dialect
from wortel.matching.engine.blocking_sql import MEETINGS
from wortel.matching.engine.columns import Columns


def scored_pairs(columns: Columns, weights: Weights, dialect: Dialect, first: int, after: int) -> str:
    """Need, offer and score of every feasible pair of the needs from row `first` up to row `after`."""
    return _scored(_measured(_feasible(columns, first, after), is_curved=columns.is_curved), weights, dialect)


def _feasible(columns: Columns, first: int, after: int) -> str:
    """The pairs that meet every condition of `domain.conditions`, with what the score is made of."""
    masks, tongues = range(columns.masks["themes"]), range(columns.masks["languages"])
    shared = " + ".join(f"CAST(bit_count(n.themes{nth} & o.themes{nth}) AS BIGINT)" for nth in masks)
    theme = " OR ".join(f"(n.themes{nth} & o.themes{nth}) <> 0" for nth in masks)
    # A pair that shares several themes meets in each: only the first counts.
    is_first = " AND ".join(f"(n.themes{nth} & a.earlier{nth}) = 0" for nth in masks)
    language = " OR ".join(f"(n.languages{nth} & o.languages{nth}) <> 0" for nth in tongues)
    years, weeks = shared_stretch("age"), shared_stretch("week")
    return (
        f"SELECT n.row AS need, o.row AS offer, {squares('n', 'o')} AS squares, {shared} AS themes, n.themes_asked, "
        f"{years} AS years, n.age_to - n.age_from AS years_asked, "
        f"{weeks} AS weeks, n.week_to - n.week_from AS weeks_asked, n.weight AS weight "
        f"FROM {MEETINGS} WHERE i.row >= {int(first)} AND i.row < {int(after)} "
        f"AND ({theme}) AND {is_first} AND ({language}) AND {years} > 0 AND {weeks} > 0 "
        f"AND (n.moments & o.moments) <> 0 AND sqrt({squares('n', 'o')}) <= least(n.reach, o.reach)"
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


def number(value: float) -> str:
    """A double as both engines read it: with an exponent, for without one it would be a decimal."""
    text = repr(float(value))
    return text if "e" in text else f"{text}e0"


def _sum(terms: Iterator[str]) -> str:
    return f"({' + '.join(terms)})"
