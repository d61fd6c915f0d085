"""The candidates on Apache Spark, when a region becomes a continent: the same expressions, the same slices.

Tables go to Spark and answers come back as Parquet files in a folder that both see; DuckDB writes and reads those.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from wortel.matching.domain.scoring import Weights
from wortel.matching.engine.bases import Dialect, Table, quiet_duckdb
from wortel.matching.engine.candidates import Finder, Pairs, pairs_from
from wortel.matching.engine.columns import Columns
from wortel.matching.engine.spark_session import SparkFailed, SparkPlan, spark_session

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

RAW_PAIRS_A_SLICE = 200_000_000
"""Larger slices than on one machine: each is a round over the whole cluster, and only its feasible pairs come back."""


class OnSpark:
    """Spark SQL, in a session that someone else starts and stops."""

    dialect = Dialect(over="div")

    def __init__(self, session: SparkSession, folder: Path) -> None:
        self.session, self.folder = session, folder
        self._made: list[str] = []
        self._answers = count()

    def hold(self, name: str, table: Table) -> None:
        file = self.folder / f"{name}.parquet"
        with quiet_duckdb() as writer:
            writer.register("held", dict(table))
            writer.execute(f"COPY held TO '{_quoted(file)}' (FORMAT parquet)")
        with _failing_clearly():
            self.session.read.parquet(file.as_uri()).createOrReplaceTempView(name)
        self._made.append(name)

    def make(self, name: str, question: str, *, is_large: bool = False) -> None:
        with _failing_clearly():
            self.session.sql(question).createOrReplaceTempView(name)
            if is_large:
                self.session.sql(f"CACHE LAZY TABLE {name}")
        self._made.append(name)

    def answer(self, question: str) -> dict[str, NDArray[Any]]:
        folder = self.folder / f"answer-{next(self._answers)}"
        with _failing_clearly():
            self.session.sql(question).write.parquet(folder.as_uri())
        with quiet_duckdb() as reader:
            found = reader.execute(f"SELECT * FROM read_parquet('{_quoted(folder)}/*.parquet')").fetchnumpy()
        return {name: np.asarray(values) for name, values in found.items()}

    def forget(self) -> None:
        """Takes the tables out of the session, which may live on."""
        for name in reversed(self._made):
            self.session.catalog.uncacheTable(name)
            self.session.catalog.dropTempView(name)
        self._made.clear()


def on_spark(plan: SparkPlan, *, a_slice: int = RAW_PAIRS_A_SLICE) -> Finder:
    """Finds the pairs on Spark; starts it when asked for pairs, and stops it after the last.

    Raises `SparkMissing` or `SparkFailed` then.
    """

    def found(columns: Columns, weights: Weights) -> Iterator[Pairs]:
        if not columns.needs or not columns.offers:
            return
        with spark_session(plan) as (session, folder):
            base = OnSpark(session, folder)
            try:
                yield from pairs_from(base, columns, weights, a_slice)
            finally:
                base.forget()

    return found


@contextmanager
def _failing_clearly() -> Iterator[None]:
    from py4j.protocol import Py4JError  # noqa: PLC0415 - an optional extra
    from pyspark.errors import PySparkException  # noqa: PLC0415

    try:
        yield
    except (PySparkException, Py4JError, ConnectionError) as error:
        raise SparkFailed(str(error).strip().partition("\n")[0][:300]) from error


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
