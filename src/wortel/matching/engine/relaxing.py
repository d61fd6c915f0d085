"""The question which offer comes nearest when exactly one condition is relaxed, as one expression."""

from __future__ import annotations

from wortel.matching.engine.candidates import distance
from wortel.matching.engine.columns import Columns


def nearest_question(columns: Columns, row_bits: int, slack_km: float) -> str:
    """Rows (need, failing, nearest): per need and failing condition the least cost, with the offer's row below it.

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
        "distance": (f"{km} > o.radius + {slack_km}", f"CAST(ceil(1000 * ({km} - o.radius)) AS BIGINT)"),
    }
    *plain, far = (f"({test})::INTEGER" for test, _ in fails.values())
    # The root of a distance is dear: it is taken only where no more than one other condition fails.
    count = f"{' + '.join(plain)} <= 1 AND {' + '.join(plain)} + {far}"
    which = " ".join(f"WHEN {test} THEN '{name}'" for name, (test, _) in fails.items())
    cost = " ".join(f"WHEN {test} THEN {price}" for test, price in fails.values())
    return (
        f"SELECT n.row AS need, CASE {which} END AS failing, "
        f"min(((CASE {cost} END)::BIGINT << {row_bits}) + o.row) AS nearest "
        f"FROM needs n JOIN offers o USING (kind) WHERE {count} = 1 GROUP BY ALL"
    )


def _shares(name: str, columns: Columns) -> str:
    tests = " OR ".join(f"(n.{name}{nth} & o.{name}{nth}) <> 0" for nth in range(columns.masks[name]))
    return f"({tests})"
