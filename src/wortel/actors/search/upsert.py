"""Many rows in one statement, over those that stand: the same SQL on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection

ROWS = 1_000


def upsert(table: str, columns: tuple[str, ...], rows: Sequence[tuple[str | float | None, ...]]) -> None:
    """Writes the rows; the first column is the key, and a row whose key stands is replaced.

    One statement for many rows, because FTS5 writes a segment out at the end of every statement.
    """
    into = f"INSERT INTO {table} ({', '.join(columns)})"
    over = f"ON CONFLICT ({columns[0]}) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in columns[1:])}"
    row = f"({', '.join(['%s'] * len(columns))})"
    with connection.cursor() as cursor:
        for start in range(0, len(rows), ROWS):
            some = rows[start : start + ROWS]
            values = ", ".join([row] * len(some))
            cursor.execute(f"{into} VALUES {values} {over}", [value for each in some for value in each])
