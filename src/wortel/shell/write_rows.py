"""Writes many rows with one prepared statement: the same SQL on SQLite and on PostgreSQL.

The object layer needs as long to compose its statements as the database to run them; an import writes a million rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models import Model


@dataclass(frozen=True, slots=True)
class Columns:
    """A table and the names of the columns to write; `key` is one of them, or empty."""

    model: type[Model]
    names: tuple[str, ...]
    key: str = ""

    @property
    def sql(self) -> str:
        """Inserts one row; where `key` stands already, the other columns are replaced."""
        quoted = connection.ops.quote_name
        names = [quoted(name) for name in self.names]
        into = f"INSERT INTO {quoted(self.model._meta.db_table)} ({', '.join(names)}) "
        into += f"VALUES ({', '.join(['%s'] * len(names))})"
        if not self.key:
            return into
        over = ", ".join(f"{name} = excluded.{name}" for name in names if name != quoted(self.key))
        return f"{into} ON CONFLICT ({quoted(self.key)}) DO UPDATE SET {over}"


def write_rows(columns: Columns, rows: Iterable[Sequence[Any]]) -> None:
    """Writes the rows, each with its values in the order of the columns. Runs in the caller's transaction.

    Days and instants come in the form the database takes: see `for_database`.
    """
    values = list(rows)
    if values:
        with connection.cursor() as cursor:
            cursor.executemany(columns.sql, values)


def for_database(when: date | datetime | None) -> Any:
    """A day or an instant as the database at hand takes it."""
    if isinstance(when, datetime):
        return connection.ops.adapt_datetimefield_value(when)
    return connection.ops.adapt_datefield_value(when)
