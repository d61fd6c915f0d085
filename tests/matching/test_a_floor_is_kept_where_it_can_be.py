"""A promised share of what an area asks: worth the penalty per unit, and as good as an independent solver finds it."""

from __future__ import annotations

import numpy as np
from drawn import WEIGHTS, need, offer
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog
from test_the_assignment_is_the_best_there_is import Problem, problems

from wortel.matching.engine.assigning import Floors, Task, assign
from wortel.matching.engine.proof import priced
from wortel.matching.public import Plan, run


def best_by_a_linear_programme(task: Task) -> float:
    """Pairs first, then per area the units below its floor."""
    pairs, areas = task.pairs, len(task.floors.units)
    count = len(pairs)
    rows, most = [], []
    for of, sizes in ((pairs.needs, task.quantities), (pairs.offers, task.capacities)):
        for nth, size in enumerate(sizes.tolist()):
            rows.append([*(of == nth).astype(float), *[0.0] * areas])
            most.append(size)
    for area, units in enumerate(task.floors.units.tolist()):
        inside = task.floors.areas[pairs.needs] == area
        rows.append([*(-inside.astype(float)), *[-float(nth == area) for nth in range(areas)]])
        most.append(-units)
    cost = [*(-pairs.scores.astype(float)), *[float(task.floors.penalty)] * areas]
    found = linprog(cost, A_ub=rows, b_ub=most, bounds=[*[(0, 1)] * count, *[(0, None)] * areas], method="highs")
    return -float(found.fun) + task.floors.penalty * float(task.floors.units.sum())


@settings(max_examples=80, deadline=None)
@given(problems(), st.data(), st.sampled_from([1, 3, 50]))
def test_the_total_with_floors_equals_that_of_an_independent_solver(
    problem: Problem, data: st.DataObject, penalty: int
) -> None:
    pairs, quantities, capacities = problem
    areas = np.array(data.draw(st.lists(st.integers(-1, 2), min_size=len(quantities), max_size=len(quantities))))
    units = np.array(data.draw(st.lists(st.integers(0, 5), min_size=3, max_size=3)))
    useful = pairs.scores > 0
    pairs = type(pairs)(pairs.needs[useful], pairs.offers[useful], pairs.scores[useful])
    task = Task.of(pairs, quantities, capacities, Floors(areas, units, penalty))
    done = assign(task)
    assert task.value(done.units) == round(best_by_a_linear_programme(task))
    assert priced(task, done.units).bound == task.value(done.units)


def test_a_floor_turns_a_place_to_the_area_it_was_promised_to() -> None:
    needs = [need("a", area="rich", weight=1300), need("b", area="poor")]
    assert [match.need.id for match in run(needs, [offer()], WEIGHTS, Plan()).matches] == ["a"]
    kept = run(needs, [offer()], WEIGHTS, Plan(floors={"poor": 1.0}))
    assert [match.need.id for match in kept.matches] == ["b"]
    assert kept.is_optimal
    assert kept.below_floor == {}


def test_a_floor_that_cannot_be_reached_is_told_and_stops_nobody() -> None:
    outcome = run([need("a", area="poor", quantity=4)], [offer()], WEIGHTS, Plan(floors={"poor": 0.5, "empty": 1.0}))
    assert len(outcome.matches) == 1
    assert outcome.below_floor == {"poor": 1}


def test_a_small_penalty_gives_way_to_points() -> None:
    needs = [need("a", area="rich", weight=1300), need("b", area="poor")]
    plan = Plan(floors={"poor": 1.0}, floor_points=100)
    assert [match.need.id for match in run(needs, [offer()], WEIGHTS, plan).matches] == ["a"]
