"""Where the relational expressions run: DuckDB in this process; another engine offers the same few verbs.

The expressions are written once (`pair_sql.py`), in the SQL that DuckDB and Spark share. Where they differ, the dialect
has the word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import duckdb

Table = Mapping[str, NDArray[Any]]


@dataclass(frozen=True, slots=True)
class Dialect:
    """The words in which engines differ. `over` divides whole numbers and gives the whole part."""

    over: str


class Base(Protocol):
    """Tables of numbers, and questions about them."""

    @property
    def dialect(self) -> Dialect:
        """How this engine writes what others write otherwise."""

    def hold(self, name: str, table: Table) -> None:
        """Takes in a table."""

    def make(self, name: str, question: str, *, is_large: bool = False) -> None:
        """Names the answer to a question, so that other questions can use it; a large one is worked out once."""

    def answer(self, question: str) -> dict[str, NDArray[Any]]:
        """The columns of the answer, in any order of rows."""


class OnDuckDB:
    """DuckDB, embedded."""

    dialect = Dialect(over="//")

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection

    def hold(self, name: str, table: Table) -> None:
        # A table of its own, not a view of ours: with its own statistics a row is found by its number without hashing.
        self.connection.register("held", dict(table))
        self.connection.execute(f"CREATE TABLE {name} AS SELECT * FROM held")
        self.connection.unregister("held")

    def make(self, name: str, question: str, *, is_large: bool = False) -> None:  # noqa: ARG002 - all are worked out
        self.connection.execute(f"CREATE TABLE {name} AS {question}")

    def answer(self, question: str) -> dict[str, NDArray[Any]]:
        found: dict[str, NDArray[Any]] = self.connection.execute(question).fetchnumpy()
        return {name: np.asarray(values) for name, values in found.items()}


@contextmanager
def on_duckdb(threads: int) -> Iterator[OnDuckDB]:
    """An empty base in memory."""
    with quiet_duckdb() as connection:
        connection.execute(f"SET threads = {int(threads)}; SET preserve_insertion_order = false")
        yield OnDuckDB(connection)


@contextmanager
def quiet_duckdb() -> Iterator[duckdb.DuckDBPyConnection]:
    """DuckDB without the progress bar that it draws after two seconds, through whatever we print ourselves."""
    import duckdb  # noqa: PLC0415  (only who asks it something waits for it)

    with duckdb.connect() as connection:
        connection.execute("SET enable_progress_bar = false")
        yield connection
