"""A Spark session of our own: on this machine with nothing else on the network, or on a cluster.

PySpark is an optional extra and is only imported here, when asked for.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from warnings import catch_warnings, simplefilter

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

LEAST_JAVA = 17
LOCAL = "local[2]"
_ALWAYS = {
    "spark.app.name": "wortel",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.catalogImplementation": "in-memory",
    "spark.sql.ansi.enabled": "true",  # an overflow is an error, as it is in DuckDB
    "spark.sql.files.maxPartitionBytes": "8m",  # rows become many more in the join: many small tasks
}
_LOCAL = {
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.memory": "4g",
    # One machine is for trying: thorough compilation and many threads to tidy up cost more than they gain there.
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    "spark.sql.shuffle.partitions": "16",
}
_ADDRESS = {"SPARK_LOCAL_IP": "127.0.0.1", "SPARK_LOCAL_HOSTNAME": "localhost"}


class SparkMissing(RuntimeError):
    """Spark cannot start here: `what` is "library", "java" or "folder" (a cluster needs one that it shares with us)."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class SparkFailed(RuntimeError):
    """Spark stopped or refused while it worked; the message is its own last word."""


@dataclass(frozen=True, slots=True)
class SparkPlan:
    """Which Spark, and a folder that it shares with this machine; a local one makes its own."""

    master: str = LOCAL
    folder: Path | None = None

    @property
    def is_local(self) -> bool:
        """Whether it runs in one process on this machine."""
        return self.master.startswith("local")


def need_spark(plan: SparkPlan) -> None:
    """Raises `SparkMissing`."""
    if importlib.util.find_spec("pyspark") is None:
        raise SparkMissing("library")
    if java_version() < LEAST_JAVA:
        raise SparkMissing("java")
    if not plan.is_local and plan.folder is None:
        raise SparkMissing("folder")


def java_version() -> int:
    """The Java that Spark would start; 0: none."""
    home = os.environ.get("JAVA_HOME")
    java = shutil.which("java", path=str(Path(home) / "bin") if home else None)
    if java is None:
        return 0
    said = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr  # noqa: S603
    found = re.search(r'version "(\d+)', said)
    return int(found[1]) if found else 0


@contextmanager
def spark_session(plan: SparkPlan) -> Iterator[tuple[SparkSession, Path]]:
    """A session and a folder for its files; both are gone afterwards. A session that runs already is used and left.

    Raises `SparkMissing` or `SparkFailed`.
    """
    need_spark(plan)
    with tempfile.TemporaryDirectory(prefix="wortel-spark-", dir=plan.folder, ignore_cleanup_errors=True) as made:
        folder = Path(made)
        from pyspark.sql import SparkSession  # noqa: PLC0415 - an optional extra

        running = SparkSession.getActiveSession()
        if running is not None:
            yield running, folder
            return
        session, gateway = _started(plan, folder)
        try:
            yield session, folder
        finally:
            _stop(session, gateway)


def _started(plan: SparkPlan, folder: Path) -> tuple[SparkSession, Any]:
    """Starts the Java process ourselves: so that what it prints goes to a file, and that we can end it."""
    from pyspark import SparkConf, SparkContext  # noqa: PLC0415 - an optional extra
    from pyspark.errors import PySparkException  # noqa: PLC0415
    from pyspark.java_gateway import launch_gateway  # noqa: PLC0415
    from pyspark.sql import SparkSession  # noqa: PLC0415

    settings = {**_ALWAYS, "spark.master": plan.master}
    if plan.is_local:
        settings |= {**_LOCAL, "spark.local.dir": str(folder), "spark.sql.warehouse.dir": (folder / "none").as_uri()}
    conf = SparkConf(loadDefaults=False).setAll(list(settings.items()))
    said = folder / "spark.log"
    with said.open("wb") as log, _surroundings(_ADDRESS if plan.is_local else {}), catch_warnings():
        simplefilter("ignore")  # about its own pandas, which we do not use
        try:
            gateway = launch_gateway(conf, {"stdout": log, "stderr": log})  # type: ignore[no-untyped-call]
            context = SparkContext(conf=conf, gateway=gateway)
        except (PySparkException, OSError) as error:
            raise SparkFailed(_last_line(said) or str(error)) from error
        context.setLogLevel("ERROR")
        return SparkSession(context), gateway


def _stop(session: SparkSession, gateway: Any) -> None:
    from pyspark import SparkContext  # noqa: PLC0415 - an optional extra

    session.stop()
    gateway.shutdown()
    gateway.proc.stdin.close()  # it ends when nobody speaks to it any more
    try:
        gateway.proc.wait(timeout=20)
    except subprocess.TimeoutExpired:
        gateway.proc.kill()
        gateway.proc.wait()
    SparkContext._gateway = SparkContext._jvm = None  # noqa: SLF001 - else the next session calls the one that ended


@contextmanager
def _surroundings(wanted: dict[str, str]) -> Iterator[None]:
    added = [name for name in wanted if name not in os.environ]
    os.environ.update({name: wanted[name] for name in added})
    try:
        yield
    finally:
        for name in added:
            del os.environ[name]


def _last_line(log: Path) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").split("\n")
    return next((line.strip()[:300] for line in reversed(lines) if line.strip()), "")
