"""Against SciPy's HiGHS on two thousand needs and as many offers: the same total, and the prices prove it."""

from __future__ import annotations

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_array, vstack

from wortel.matching.engine.assigning import Task, assign
from wortel.matching.engine.candidates import Pairs
from wortel.matching.engine.proof import priced


def test_two_thousand_by_two_thousand() -> None:
    draw = np.random.default_rng(7)
    size, each = 2_000, 8
    needs = np.repeat(np.arange(size), each)
    offers = np.concatenate([np.sort(draw.choice(size, each, replace=False)) for _ in range(size)])
    scores = draw.integers(1, 10_000, size * each)
    task = Task.of(
        Pairs(needs.astype(np.int32), offers.astype(np.int32), scores),
        draw.integers(0, 4, size),
        draw.integers(0, 4, size),
    )
    done = assign(task)
    columns = np.arange(size * each)
    rows = vstack(
        [coo_array((np.ones(size * each), (side, columns)), shape=(size, size * each)) for side in (needs, offers)]
    )
    most = np.concatenate((task.quantities, task.capacities))
    best = linprog(-scores.astype(float), A_ub=rows.tocsr(), b_ub=most, bounds=(0, 1), method="highs")
    assert task.value(done.units) == round(-best.fun)
    assert priced(task, done.units).bound == task.value(done.units)
