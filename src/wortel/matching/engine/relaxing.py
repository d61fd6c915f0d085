"""The questions which offer comes nearest when exactly one condition is relaxed, over needs and offers by squares."""

from __future__ import annotations

from wortel.matching.engine.columns import Columns
from wortel.matching.engine.pair_sql import distance, shared_stretch, squares

RELAXED = ("weeks", "moments", "distance", "ages", "languages", "themes")
"""In the order of `domain.why.ORDER_OF_CHANGES`; the place in it is the number of the condition."""
ROW_BITS = 24
"""Room for 16.7 million offers beside a cost of up to 2^39 metres, weeks or years in one whole number."""
_BLOCK = "kind, side, theme, cx, cy, cz"
_STRAIGHT, _REACH = f"sqrt({squares('n', 'o')})", "least(n.reach, o.reach)"


def one_wish(columns: Columns) -> str:
    """Ages, weeks, moment or language, each alone, within reach; the cost is years or weeks to move, else nothing.

    Rows of (need, failing, nearest): the least cost, above the row of the offer in one number, so that of equal costs
    the offer that comes first by id wins.
    """
    years, weeks = shared_stretch("age"), shared_stretch("week")
    fails = {
        "weeks": (f"{weeks} <= 0", f"1 - {weeks}"),
        "moments": (_fails_moments(), "0"),
        "ages": (f"{years} <= 0", f"1 - {years}"),
        "languages": (f"NOT {_shares('languages', columns)}", "0"),
    }
    count = " + ".join(f"CAST({test} AS INTEGER)" for test, _ in fails.values())
    which = " ".join(f"WHEN {test} THEN {RELAXED.index(name)}" for name, (test, _) in fails.items())
    cost = " ".join(f"WHEN {test} THEN {price}" for test, price in fails.values())
    return _asked(
        f"CASE {which} END",
        f"CASE {cost} END",
        f"{_shares('themes', columns)} AND {count} = 1 AND {_STRAIGHT} <= {_REACH}",
    )


def other_themes(columns: Columns) -> str:
    """Only the themes stand in the way: it costs nothing, so the first by id is told."""
    return _asked(
        str(RELAXED.index("themes")),
        "0",
        f"NOT {_shares('themes', columns)} AND {_all_but_themes(columns)} AND {_STRAIGHT} <= {_REACH}",
    )


def further(columns: Columns) -> str:
    """Only the distance stands in the way; the cost is metres beyond the shorter radius."""
    beyond = f"ceil(1000 * ({distance(columns, 'n', 'o')} - least(n.radius, o.radius)))"
    return _asked(
        str(RELAXED.index("distance")),
        beyond,
        f"{_shares('themes', columns)} AND {_all_but_themes(columns)} AND {_STRAIGHT} > {_REACH}",
    )


def _asked(failing: str, cost: str, conditions: str) -> str:
    return (
        f"SELECT n.row AS need, {failing} AS failing, "
        f"min((CAST({cost} AS BIGINT) << {ROW_BITS}) + o.row) AS nearest "
        f"FROM needs_in n JOIN offers_around o USING ({_BLOCK}) WHERE {conditions} "
    )


def _all_but_themes(columns: Columns) -> str:
    return (
        f"{shared_stretch('week')} > 0 AND {shared_stretch('age')} > 0 AND NOT {_fails_moments()} "
        f"AND {_shares('languages', columns)}"
    )


def _fails_moments() -> str:
    return "((n.moments & o.moments) = 0)"


def _shares(name: str, columns: Columns) -> str:
    tests = " OR ".join(f"(n.{name}{nth} & o.{name}{nth}) <> 0" for nth in range(columns.masks[name]))
    return f"({tests})"
