"""`python -m benchmarks.matching`: the whole command `wortel match run`, beside the plain ways, over growing sizes.

Prints a table; writes no document (`python -m benchmarks --only matching` measures the same sizes for it).
`--large` adds 100,000 × 100,000, in Flanders and over an area a hundred times as
large; it takes minutes and gigabytes.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks import machine
from benchmarks.child import Ran
from benchmarks.matchings import STAGES, measured
from benchmarks.measuring import exponent

SIZES = (1_000, 3_333, 10_000)
BARS = {(10_000, 1.0): (3.0, 600), (100_000, 1.0): (75.0, 4000), (100_000, 10.0): (8.0, 4000)}
"""Seconds and megabytes at most, by number of needs and by how far the map is stretched."""


def main(arguments: list[str] | None = None) -> int:
    """0 when everything was measured, whatever the verdicts."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.matching", description=__doc__)
    parser.add_argument("--large", action="store_true", help="also 100,000 needs with 100,000 offers")
    parser.add_argument("--repeats", type=int, default=5)
    asked = parser.parse_args(arguments)
    for name, value in machine.described("").items():
        print(f"{name}: {value}")
    found: list[dict[str, Any]] = []
    plans = [(size, 1.0, asked.repeats) for size in SIZES]
    plans += [(100_000, 1.0, 1), (100_000, 10.0, 1)] if asked.large else []
    with tempfile.TemporaryDirectory(prefix="wortel-match-") as folder:
        for count, spread, repeats in plans:
            runs, told = measured(Path(folder), count, spread, repeats)
            tell(count, spread, runs, told)
            if spread == 1.0:
                found.append({"count": count, **told["seconds"]})
    print("growth per stage (exponent):")
    for stage in STAGES:
        slope = exponent([one["count"] for one in found], [one[stage] for one in found])
        print(f"  {stage:12} {slope:.2f}" if slope is not None else f"  {stage:12} too few sizes")
    return 0


def tell(count: int, spread: float, runs: list[Ran], told: dict[str, Any]) -> None:
    """The figures of one size, with the verdict where there is a bar."""
    wall, cpu = statistics.median(one.wall for one in runs), statistics.median(one.cpu for one in runs)
    peak = max(one.peak_mb for one in runs)
    print(f"\n{count:,} × {count:,}, map × {spread:g}: {told['candidates']:,} pairs")
    least, most = min(one.wall for one in runs), max(one.wall for one in runs)
    print(f"  whole process: median {wall:.2f} s ({least:.2f}–{most:.2f}, n = {len(runs)}), ", end="")
    print(f"CPU {cpu:.2f} s, {peak:.0f} MB; load now {os.getloadavg()[0]:.1f}")
    bar = BARS.get((count, spread))
    if bar:
        seconds, memory = bar
        verdict = "met" if wall <= seconds and peak <= memory else "NOT met"
        print(f"  bar: {seconds:g} s and {memory} MB: {verdict}")
    print("  seconds: " + ", ".join(f"{stage} {told['seconds'][stage]:.2f}" for stage in STAGES))
    for name, totals in (("optimum", told), *told["compared"].items()):
        per_match = totals["kilometres"] / max(1, totals["matches"])
        print(
            f"  {name:14} score {totals['score']:>13,}  matches {totals['matches']:>7,}"
            f"  filled {totals['needs_filled']:>6,}  km each {per_match:5.1f}"
            f"  offers asked {totals['offers_used']:>6,}  full {totals['offers_full']:>6,}"
        )


if __name__ == "__main__":
    sys.exit(main())
