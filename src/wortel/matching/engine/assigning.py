"""The assignment with the highest total score, as a minimum-cost flow; exact, and equal for equal input in any order.

Maximise the sum of score times x, with x 0 or 1 per pair, at most the quantity of each need and the capacity of each
offer. The linear programme of this problem has whole corners, so the flow is the optimum and no rounding happens.
Pairs worth 0 or less are left out. Between assignments of equal total the solver takes one; as needs, offers and pairs
come to it in one order (by id), it takes the same one every time.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from ortools.graph.python import min_cost_flow

from wortel.matching.engine.candidates import Pairs
from wortel.matching.engine.columns import Ints
from wortel.matching.engine.components import parcels

Mask = NDArray[np.bool_]


class SolverRefused(ArithmeticError):
    """The solver gave no optimum: its numbers overflow. `status` is its own word for it."""

    def __init__(self, status: str) -> None:
        super().__init__(status)
        self.status = status


@dataclass(frozen=True, slots=True)
class Assigned:
    """Which pairs are chosen; `left_over` counts the pairs that were ranked but not solved, because time was up."""

    chosen: Mask
    parcels: int
    left_over: int


def assign(pairs: Pairs, quantities: Ints, capacities: Ints, *, seconds: float | None = None) -> Assigned:
    """The best assignment. Raises `SolverRefused`.

    After `seconds` no new parcel is begun: the rest is filled greedily by score, and is no optimum then.
    """
    chosen = np.zeros(len(pairs), dtype=np.bool_)
    useful = np.flatnonzero(pairs.scores > 0)
    began, count, left_over = time.monotonic(), 0, 0
    for parcel in parcels(pairs.needs[useful], pairs.offers[useful], len(quantities), len(capacities)):
        here = useful[parcel]
        here.sort()
        part = Pairs(pairs.needs[here], pairs.offers[here], pairs.scores[here])
        if seconds is not None and time.monotonic() - began >= seconds:
            chosen[here] = taken_in_order(part, np.argsort(-part.scores, kind="stable"), quantities, capacities)
            left_over += len(here)
        else:
            chosen[here] = _solved(part, quantities, capacities)
        count += 1
    return Assigned(chosen, count, left_over)


def _solved(pairs: Pairs, quantities: Ints, capacities: Ints) -> Mask:
    needs, left = np.unique(pairs.needs, return_inverse=True)
    offers, right = np.unique(pairs.offers, return_inverse=True)
    sink = len(needs) + len(offers)
    left_rows, right_rows = np.arange(len(needs)), np.arange(len(needs), sink)
    asked = np.minimum(quantities[needs], np.bincount(left))
    flow = min_cost_flow.SimpleMinCostFlow()
    arcs = flow.add_arcs_with_capacity_and_unit_cost(
        left, right + len(needs), np.ones(len(pairs), np.int64), -pairs.scores
    )
    possible = capacities[offers]
    flow.add_arcs_with_capacity_and_unit_cost(right_rows, np.full(len(offers), sink), possible, right_rows * 0)
    # What stays unfilled flows past all offers, at no gain.
    flow.add_arcs_with_capacity_and_unit_cost(left_rows, np.full(len(needs), sink), asked, left_rows * 0)
    flow.set_nodes_supplies(np.append(left_rows, sink), np.append(asked, -asked.sum()))
    status = flow.solve()
    if status != flow.OPTIMAL:
        raise SolverRefused(str(status))
    return np.asarray(flow.flows(arcs)) > 0


def taken_in_order(pairs: Pairs, order: Ints, quantities: Ints, capacities: Ints) -> Mask:
    """Takes the pairs one by one in this order wherever both sides still have room: the greedy way."""
    chosen = np.zeros(len(pairs), dtype=np.bool_)
    asked, possible = quantities.tolist(), capacities.tolist()
    taken = []
    lists = pairs.needs[order].tolist(), pairs.offers[order].tolist(), order.tolist()
    for need, offer, place in zip(*lists, strict=True):
        if asked[need] and possible[offer]:
            asked[need] -= 1
            possible[offer] -= 1
            taken.append(place)
    chosen[taken] = True
    return chosen
