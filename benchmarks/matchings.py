"""Matching with the installed command: whole process at three sizes, and beside it HiGHS on the same pairs."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.child import WORTEL, Ran, run
from benchmarks.match_files import write
from benchmarks.measuring import Figure

STAGES = ("reading", "columns", "candidates", "assignment", "proof", "explanation")


def measure(folder: Path, count: int, repeats: int, *, spread: float = 1.0, with_peer: bool = False) -> list[Figure]:
    """Figures of `wortel match run` with so many needs and as many offers."""
    runs, told = measured(folder, count, spread, repeats)
    size = f"{count:,} needs, {count:,} offers, {told['candidates']:,} pairs"
    key = "match" if spread == 1.0 else "match_wide"
    wall, cpu = tuple(one.wall for one in runs), tuple(one.cpu for one in runs)
    facts = {way: _summary(totals) for way, totals in (("optimum", told), *told["compared"].items())}
    found = [
        Figure(key, "s", wall, cpu, size, facts),
        Figure(f"{key}_memory", "MB", tuple(one.peak_mb for one in runs), (), size),
    ]
    if spread == 1.0:
        found += [Figure(f"match_{stage}", "s", (told["seconds"][stage],), (), size) for stage in STAGES]
    if with_peer:
        found.append(_highs(folder, count, told["score"], size))
    return found


def measured(folder: Path, count: int, spread: float, repeats: int) -> tuple[list[Ran], dict[str, Any]]:
    """What each run cost, and what the last one told. Raises `AssertionError` when it is not proved optimal."""
    needs, offers = write(folder, count, seed=1, spread=spread)
    surroundings = {**os.environ, "PYTHONPATH": "src", "WORTEL_DATA": str(folder / "data")}
    command: tuple[str, ...] = (*WORTEL, "match", "run", "--needs", str(needs), "--offers", str(offers), "--json")
    command += ("--out", str(folder / "matches.csv"), "--unfilled", str(folder / "unfilled.csv"))
    runs = [run(command, surroundings) for _ in range(repeats)]
    told = json.loads(runs[-1].printed)
    if not told["optimal"]:
        raise AssertionError(f"not proved optimal: gap {told['gap']}")
    told["compared"] = json.loads(run((*command, "--compare"), surroundings).printed)["compared"]
    return runs, told


def _summary(totals: dict[str, Any]) -> dict[str, Any]:
    """Filled needs, kilometres and how the load is spread."""
    each = round(totals["kilometres"] / max(1, totals["matches"]), 1)
    names = ("score", "matches", "needs_filled", "offers_used", "offers_full", "busiest")
    return {**{name: totals[name] for name in names}, "km_each": each}


def _highs(folder: Path, count: int, score: int, size: str) -> Figure:
    """The assignment alone by the simplex of HiGHS (in SciPy) on the pairs of the engine: the same total."""
    from scipy.optimize import linprog  # type: ignore[import-untyped]
    from scipy.sparse import csc_array  # type: ignore[import-untyped]

    from wortel.matching.domain.scoring import weights_in_force
    from wortel.matching.engine.candidates import feasible_pairs, gathered
    from wortel.matching.engine.columns import columns_of
    from wortel.matching.public import MOST_PAIRS, matching_rulebook
    from wortel.shell.clock import today
    from wortel.site.matching_files import read_needs, read_offers

    needs, _ = read_needs(folder / f"needs-{count}-1.csv", skip_bad_rows=False)
    offers, _ = read_offers(folder / f"offers-{count}-1.csv", skip_bad_rows=False)
    columns = columns_of(needs, offers)
    pairs = gathered(feasible_pairs(columns, weights_in_force(matching_rulebook(), today())), MOST_PAIRS)
    most = np.concatenate((columns.quantities, columns.capacities)).astype(float)
    rows = np.stack([pairs.needs, pairs.offers + len(columns.needs)], axis=1).ravel()
    ends = np.arange(0, 2 * len(pairs) + 1, 2)
    held = csc_array((np.ones(2 * len(pairs)), rows, ends), shape=(len(most), len(pairs)))
    began, began_cpu = time.perf_counter(), time.process_time()
    best = linprog(-pairs.scores.astype(float), A_ub=held, b_ub=most, bounds=(0, 1), method="highs-ds")
    spent = time.perf_counter() - began, time.process_time() - began_cpu
    found = round(-best.fun)
    if found != score:
        raise AssertionError(f"HiGHS finds {found}, the engine {score}")
    return Figure("match_highs", "s", (spent[0],), (spent[1],), size)
