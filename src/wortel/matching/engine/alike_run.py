"""A run over classes of rows that are alike, told of the rows themselves."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from wortel.matching.engine import beside, explaining
from wortel.matching.engine.alike import Alike, Classes
from wortel.matching.engine.assigning import Floors, Task, assign, taken_in_order
from wortel.matching.engine.beside import Totals
from wortel.matching.engine.candidates import Pairs
from wortel.matching.engine.columns import Columns, Ints
from wortel.matching.engine.explaining import Seconds, Shortage
from wortel.matching.engine.nearest import Found, nearest_changes
from wortel.matching.engine.proof import priced

Stages = Callable[[str], AbstractContextManager[None]]
_NO_PAIRS = Pairs(np.empty(0, np.int32), np.empty(0, np.int32), np.empty(0, np.int64))


@dataclass(frozen=True, slots=True)
class Dealt:
    """What came of it: `picked` are rows, and `task` with its `units` classes."""

    picked: Pairs
    seconds: Seconds
    unfilled: Shortage
    candidates: int
    gap: int
    left_over: int
    task: Task
    units: Ints


def run_alike(
    columns: Columns, alike: Alike, pairs: Pairs, floors: Floors, seconds: float | None, clock: Stages
) -> Dealt:
    """Assigns the pairs of classes and deals out what each class got. Raises `SolverRefused`."""
    with clock("assignment"):
        task = alike.limited(Task.of(pairs, alike.columns.quantities, alike.columns.capacities, floors))
        assigned = assign(task, seconds=seconds)
        picked = alike.dealt_out(pairs, assigned.units)
    with clock("proof"):
        gap = priced(task, assigned.units).bound - task.value(assigned.units)
    with clock("explanation"):
        changes = _changes(columns, alike, picked)
        unfilled = explaining.shortage(columns, _NO_PAIRS, picked, changes, {}, is_given=False)
        unfilled = replace(unfilled, candidates=alike.candidates(pairs)[unfilled.rows])
        second = alike.runners_up(pairs, picked)
    sizes = alike.needs.sizes[pairs.needs] * alike.offers.sizes[pairs.offers]
    return Dealt(picked, second, unfilled, int(sizes.sum()), gap, assigned.left_over, task, assigned.units)


def plain_way(columns: Columns, alike: Alike, dealt: Dealt, name: str) -> Totals:
    """The totals of taking the nearest, or the best score, first."""
    pairs = dealt.task.pairs
    first = beside.distances(alike.columns, pairs) if name == "nearest_first" else -pairs.scores
    units = taken_in_order(dealt.task, np.argsort(first, kind="stable"))
    return beside.totals(columns, alike.dealt_out(pairs, units))


def _changes(columns: Columns, alike: Alike, picked: Pairs) -> Found:
    """The nearest changes: alike needs have the same ones, and of alike offers the first with room is told."""
    short = _open(alike.needs, columns.quantities, picked.needs)
    free = _open(alike.offers, columns.capacities, picked.offers)
    _, one_each = np.unique(alike.needs.of[short], return_index=True)
    _, first_free = np.unique(alike.offers.of[free], return_index=True)
    found = nearest_changes(columns, short[one_each], np.sort(free[first_free]))
    of_found, of_short = alike.needs.of[found.needs], alike.needs.of[short]
    by_class = np.argsort(of_found, kind="stable")
    starts = np.searchsorted(of_found[by_class], of_short)
    counts = np.bincount(of_found, minlength=len(alike.needs))[of_short]
    places = by_class[np.repeat(starts - (np.cumsum(counts) - counts), counts) + np.arange(counts.sum())]
    left_out = short[np.isin(of_short, alike.needs.of[found.left_out])]
    return Found(np.repeat(short, counts), found.failing[places], found.offers[places], left_out)


def _open(classes: Classes, units: Ints, taken: NDArray[np.int32]) -> Ints:
    """The rows with room left."""
    return np.flatnonzero(np.bincount(taken, minlength=len(classes.of)) < units)
