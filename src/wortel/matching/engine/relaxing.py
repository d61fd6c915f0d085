"""The question which offer comes nearest when exactly one condition is relaxed: within range, and beyond it."""

from __future__ import annotations

from wortel.matching.engine.candidates import distance
from wortel.matching.engine.columns import Columns


def nearest_questions(columns: Columns, row_bits: int, slack_km: float) -> tuple[str, str]:
    """Two questions, each with rows (need, failing, nearest): per need and failing condition the least cost, above the
    row of the offer in one number.

    The cost is metres too far, weeks or years to move; another theme or language costs nothing, so the first by id
    is told. Of equal costs the offer that comes first by id wins.
    """
    theme = _shares("themes", columns)
    language = _shares("languages", columns)
    years = "(least(n.age_to, o.age_to) - greatest(n.age_from, o.age_from))"
    weeks = "(least(n.week_to, o.week_to) - greatest(n.week_from, o.week_from))"
    km = distance(columns, "n", "o")
    fails = {
        "themes": (f"NOT {theme}", "0"),
        "languages": (f"NOT {language}", "0"),
        "ages": (f"{years} <= 0", f"1 - {years}"),
        "weeks": (f"{weeks} <= 0", f"1 - {weeks}"),
    }
    count = " + ".join(f"({test})::INTEGER" for test, _ in fails.values())
    which = " ".join(f"WHEN {test} THEN '{name}'" for name, (test, _) in fails.items())
    cost = " ".join(f"WHEN {test} THEN {price}" for test, price in fails.values())
    within = (
        f"SELECT n.row AS need, CASE {which} END AS failing, "
        f"min(((CASE {cost} END)::BIGINT << {row_bits}) + o.row) AS nearest "
        "FROM needs_in n JOIN offers_around o USING (kind, side, cx, cy, cz) "
        f"WHERE {count} = 1 AND {km} <= o.radius + {slack_km} GROUP BY ALL"
    )
    beyond = (
        "SELECT n.row AS need, 'distance' AS failing, "
        f"min((CAST(ceil(1000 * ({km} - o.radius)) AS BIGINT) << {row_bits}) + o.row) AS nearest "
        f"FROM needs n JOIN offers o USING (kind) WHERE {theme} AND {count} = 0 "
        f"AND {km} > o.radius + {slack_km} GROUP BY ALL"
    )
    return within, beyond


def _shares(name: str, columns: Columns) -> str:
    tests = " OR ".join(f"(n.{name}{nth} & o.{name}{nth}) <> 0" for nth in range(columns.masks[name]))
    return f"({tests})"
