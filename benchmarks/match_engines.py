"""`python -m benchmarks.match_engines`: DuckDB beside Spark in local mode, the same files, the whole command each time.

Spark starts a Java process of its own; its processor time counts with that of the command. Prints a table.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

from benchmarks import machine
from benchmarks.child import WORTEL, run
from benchmarks.match_files import write

SIZES = (1_000, 10_000, 30_000)


def main(arguments: list[str] | None = None) -> int:
    """0 when both engines gave the same matches at every size."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.match_engines", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    asked = parser.parse_args(arguments)
    for name, value in machine.described("").items():
        print(f"{name}: {value}")
    print(f"{'size':>9}  {'engine':6}  {'pairs':>12}  {'find s':>7}  {'whole s':>7}  {'CPU s':>7}  {'MB':>6}  load")
    with tempfile.TemporaryDirectory(prefix="wortel-engines-") as folder:
        for count in asked.sizes:
            if not is_equal_for(Path(folder), count):
                print(f"{count:,}: NOT the same matches")
                return 1
    return 0


def is_equal_for(folder: Path, count: int) -> bool:
    """Runs both engines on files of this size, tells what they cost, and compares what they wrote."""
    needs, offers = write(folder, count, seed=1)
    surroundings = {**os.environ, "PYTHONPATH": "src", "WORTEL_DATA": str(folder / "data")}
    written = []
    for engine in ("duckdb", "spark"):
        out = folder / f"{engine}.csv"
        files = ("--needs", str(needs), "--offers", str(offers), "--out", str(out))
        done = run((*WORTEL, "match", "run", *files, "--engine", engine, "--json"), surroundings)
        told = json.loads(done.printed)
        written.append(out.read_bytes())
        print(
            f"{count:>9,}  {engine:6}  {told['candidates']:>12,}  {told['seconds']['candidates']:>7.2f}  "
            f"{done.wall:>7.2f}  {done.cpu:>7.2f}  {done.peak_mb:>6.0f}  {os.getloadavg()[0]:.1f}",
            flush=True,
        )
    return written[0] == written[1]


if __name__ == "__main__":
    sys.exit(main())
