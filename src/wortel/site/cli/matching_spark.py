"""`--engine spark`: another engine looks for the pairs; everything after it stays the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from wortel.site.cli.output import refuse

if TYPE_CHECKING:
    from wortel.matching.domain.scoring import Weights
    from wortel.matching.public import Columns, Finder, Pairs

SENTENCES = {
    "library": 'Voor --engine spark is PySpark nodig. Installeer het met: pip install "wortel[spark]"',
    "java": "Voor --engine spark is Java 17 of nieuwer nodig. Installeer bijvoorbeeld openjdk-17-jre-headless.",
    "folder": "Geef met --spark-folder een map die ook elke machine van de cluster ziet.",
}


def spark_finder(options: dict[str, Any]) -> Finder | None:
    """What looks for the pairs; `None`: DuckDB, in this process. Ends with a sentence when Spark is not there."""
    master, folder = options["spark_master"], options["spark_folder"]
    if options["engine"] != "spark":
        if master or folder:
            refuse("--spark-master en --spark-folder horen bij --engine spark.")
        return None
    from wortel.matching.public import LOCAL, SparkFailed, SparkMissing, SparkPlan, need_spark, on_spark

    if folder is not None and not folder.is_dir():
        refuse(f"{folder} is geen map die bestaat.")
    plan = SparkPlan(master or LOCAL, folder.resolve() if folder else None)
    try:
        need_spark(plan)
    except SparkMissing as missing:
        refuse(SENTENCES[missing.what])

    def found(columns: Columns, weights: Weights) -> Iterator[Pairs]:
        try:
            yield from on_spark(plan)(columns, weights)
        except SparkFailed as failed:
            refuse(f"Spark stopte: {failed}. Probeer opnieuw, of laat --engine spark weg.")

    return found
