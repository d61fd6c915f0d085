"""The one place that knows which engine searches: SQL that gives ids and ranks for an expression."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection

from wortel.actors.search.expression import Expression, for_postgresql, for_sqlite

# Weights of D, C, B, A: stems elsewhere, words elsewhere, stems of the name, words of the name.
_RANK = "ts_rank('{0.06, 0.1, 0.6, 1.0}'::float4[], vector, query.it)"


@dataclass(frozen=True, slots=True)
class Matching:
    """SQL giving the ids of the entries that match, and SQL giving `id, rank` (lower is better); one parameter."""

    ids_sql: str
    ranked_sql: str
    parameter: str


def matching(expression: Expression) -> Matching:
    """How the engine in use finds what matches the expression."""
    if connection.vendor == "sqlite":
        return Matching(
            "SELECT rowid FROM actors_search WHERE actors_search MATCH %s",
            "SELECT rowid AS id, rank AS rank FROM actors_search WHERE actors_search MATCH %s",
            for_sqlite(expression),
        )
    return Matching(
        "SELECT actor_id FROM actors_searchentry WHERE vector @@ %s::tsquery",
        f"SELECT actor_id AS id, -{_RANK} AS rank FROM actors_searchentry, (SELECT %s::tsquery AS it) AS query "  # noqa: S608 - own constant, parameter bound
        "WHERE vector @@ query.it",
        for_postgresql(expression),
    )


def has_any(expression: Expression) -> bool:
    """Whether anything matches at all."""
    found = matching(expression)
    with connection.cursor() as cursor:
        cursor.execute(f"{found.ids_sql} LIMIT 1", [found.parameter])
        return cursor.fetchone() is not None
