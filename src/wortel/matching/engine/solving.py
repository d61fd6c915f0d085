"""One minimum-cost flow, for OR-Tools; also as a process of its own, which can be stopped when time is up.

    area ──(floor units, each worth the penalty)──┐
      └────(more units, worth nothing extra)──────┴─> area's needs ─(pair: its score)─> offer ─(capacity)─> end
    area or need ─(what stays unfilled, at no gain)──────────────────────────────────────────────────────────^

Where an offer holds so much per week, the pair leads to its slots, and these, each with its room, to the offer.
The linear programme of this problem has whole corners, so the flow is the optimum and no rounding happens.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from dataclasses import dataclass

import numpy as np

from wortel.matching.engine.slots import NO_SLOTS, Ints, Slots


class SolverRefused(ArithmeticError):
    """The solver gave no optimum: its numbers overflow. `status` is its own word for it."""

    def __init__(self, status: str) -> None:
        super().__init__(status)
        self.status = status


@dataclass(frozen=True, slots=True)
class Problem:
    """Pairs between `asked` units of needs and `possible` units of offers, all numbered from 0 without gaps.

    `areas` says per need in which area it is, or -1; the first `floors[a]` units of area a are worth `penalty` more.
    """

    needs: Ints
    offers: Ints
    scores: Ints
    limits: Ints
    asked: Ints
    possible: Ints
    areas: Ints
    floors: Ints
    penalty: int
    slots: Slots = NO_SLOTS


def solved(problem: Problem) -> Ints:
    """Units per pair. Raises `SolverRefused`."""
    from ortools.graph.python import min_cost_flow  # noqa: PLC0415  (only who solves waits for it)

    needs, offers, areas = len(problem.asked), len(problem.possible), len(problem.floors)
    sink = needs + offers
    need_nodes, offer_nodes = np.arange(needs), np.arange(needs, sink)
    area_nodes, inner_nodes = np.arange(areas) + sink + 1, np.arange(areas) + sink + 1 + areas
    flow = min_cost_flow.SimpleMinCostFlow()
    add = flow.add_arcs_with_capacity_and_unit_cost
    slots, heads = problem.slots, problem.offers + needs
    pair_nodes = np.arange(len(slots.pairs)) + sink + 1 + 2 * areas
    slot_nodes = np.arange(len(slots)) + sink + 1 + 2 * areas + len(slots.pairs)
    nth, steps = slots.steps()
    # A need that asks one thing can take no pair twice: it goes to the slots itself, which is far less work.
    is_short = (problem.asked <= 1)[problem.needs[slots.pairs]]
    heads[slots.pairs] = pair_nodes
    limits = problem.limits.copy()
    limits[slots.pairs[is_short]] = 0
    arcs = add(problem.needs, heads, limits, -problem.scores)
    add(slot_nodes, slots.offers + needs, slots.room, slot_nodes * 0)
    far, far_steps = nth[~is_short[nth]], steps[~is_short[nth]]
    add(pair_nodes[far], slot_nodes[far_steps], problem.limits[slots.pairs[far]], far * 0)
    near, near_steps = slots.pairs[nth[is_short[nth]]], steps[is_short[nth]]
    near_arcs = add(problem.needs[near], slot_nodes[near_steps], problem.limits[near], -problem.scores[near])
    add(offer_nodes, np.full(offers, sink), problem.possible, offer_nodes * 0)
    held = problem.areas >= 0
    free = need_nodes[~held]
    add(free, np.full(len(free), sink), problem.asked[free], free * 0)
    supply = np.where(held, 0, problem.asked)
    of_area = np.bincount(problem.areas[held], problem.asked[held], areas).astype(np.int64)
    if areas:
        add(inner_nodes[problem.areas[held]], need_nodes[held], problem.asked[held], need_nodes[held] * 0)
        add(area_nodes, inner_nodes, np.minimum(problem.floors, of_area), np.full(areas, -problem.penalty))
        add(area_nodes, inner_nodes, of_area, area_nodes * 0)
        add(area_nodes, np.full(areas, sink), of_area, area_nodes * 0)
    flow.set_nodes_supplies(np.concatenate((need_nodes, area_nodes)), np.concatenate((supply, of_area)))
    flow.set_nodes_supplies(np.array([sink]), np.array([-problem.asked.sum()]))
    status = flow.solve()
    if status != flow.OPTIMAL:
        raise SolverRefused(str(status))
    units = np.asarray(flow.flows(arcs))
    np.add.at(units, near, flow.flows(near_arcs))
    return units


def solved_within(problem: Problem, seconds: float) -> Ints | None:
    """The same, or `None` when it takes longer. Raises `SolverRefused`."""
    try:
        return _apart(problem, seconds)
    except subprocess.TimeoutExpired:
        return None


def _apart(problem: Problem, seconds: float) -> Ints:
    """Solved in a process of its own, which is stopped after so many seconds."""
    command = (sys.executable, "-m", "wortel.matching.engine.solving")
    done = subprocess.run(  # noqa: S603  (this very module)
        command, input=pickle.dumps(problem), capture_output=True, timeout=seconds, check=False
    )
    if done.returncode:
        raise SolverRefused(done.stderr.decode(errors="replace")[-200:].strip())
    return np.frombuffer(done.stdout, dtype=np.int64)


if __name__ == "__main__":
    given = pickle.loads(sys.stdin.buffer.read())  # noqa: S301  (written by `solved_within`)
    sys.stdout.buffer.write(solved(given).astype(np.int64).tobytes())
