"""OR-Tools (Apache-2.0) behind two questions: the relaxation of a programme with its prices, and the programme itself.

GLOP solves the relaxation and CP-SAT the whole one. HiGHS would do as well, but its Python package and OR-Tools, which
matching needs, cannot be loaded in one process: each brings a HiGHS of its own under the same names. CP-SAT counts its
work instead of looking at the clock, so the same question stops at the same point, however busy the machine is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
SCALE = 10**8
"""Worths are rounded to this part of one, for a solver of whole numbers."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The least and the most each row may come to: exactly one, at most one, or at most some number."""

    lower: Floats
    upper: Floats


@dataclass(frozen=True, slots=True)
class Answer:
    """Which columns are chosen. `is_done`: proved to be the best, not merely the best found within the effort."""

    chosen: NDArray[np.int64]
    is_done: bool


class Relaxation:
    """A linear programme to which columns are added; each is chosen in parts."""

    def __init__(self, rows: Rows) -> None:
        from ortools.linear_solver import pywraplp  # noqa: PLC0415  (only who solves waits for it)

        self._solver = pywraplp.Solver.CreateSolver("GLOP")
        infinity = self._solver.infinity()
        self._rows = [
            self._solver.Constraint(float(low) if low > -np.inf else -infinity, float(high))
            for low, high in zip(rows.lower, rows.upper, strict=True)
        ]
        self._goal = self._solver.Objective()
        self._goal.SetMaximization()

    def add(self, worth: Floats, columns: Floats) -> None:
        """More columns, a row of the table each."""
        for value, column in zip(worth, columns, strict=True):
            variable = self._solver.NumVar(0.0, self._solver.infinity(), "")
            self._goal.SetCoefficient(variable, float(value))
            for row in np.flatnonzero(column):
                self._rows[row].SetCoefficient(variable, float(column[row]))

    def solve(self) -> tuple[float, Floats]:
        """The most worth, and the price of each row."""
        self._solver.Solve()
        return float(self._goal.Value()), np.array([row.dual_value() for row in self._rows])


def whole(worth: Floats, columns: Floats, rows: Rows, effort: float, hint: Iterable[int] = ()) -> Answer | None:
    """The most worth with every column 0 or 1; `None` when nothing allowed was found within the effort (in the
    solver's own measure, about a second on a quiet machine).
    """
    from ortools.sat.python import cp_model  # noqa: PLC0415  (brings pandas: two seconds that no page start needs)

    model = cp_model.CpModel()
    chosen = [model.new_bool_var("") for _ in worth]
    for low, high, row in zip(rows.lower, rows.upper, columns.T, strict=True):
        places = np.flatnonzero(row)
        some = [chosen[place] for place in places]
        if high > 1 or row.max(initial=0.0) > 1:
            model.add(cp_model.LinearExpr.weighted_sum(some, row[places].astype(int).tolist()) <= int(high))
        elif low > 0:
            model.add_exactly_one(some)
        else:
            model.add_at_most_one(some)
    model.maximize(cp_model.LinearExpr.weighted_sum(chosen, np.rint(worth * SCALE).astype(np.int64).tolist()))
    hinted = set(hint)
    if hinted:
        for place, variable in enumerate(chosen):
            model.add_hint(variable, place in hinted)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 0
    solver.parameters.max_deterministic_time = effort
    status = solver.solve(model)
    if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        return None
    values = np.array([solver.boolean_value(variable) for variable in chosen])
    return Answer(np.flatnonzero(values), status == cp_model.OPTIMAL)
