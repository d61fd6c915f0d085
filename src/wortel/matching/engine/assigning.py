"""The assignment with the highest total score, as a minimum-cost flow; exact, and equal for equal input in any order.

Maximise the sum of score times x, with x from 0 to the limit of the pair (1, unless identical needs or offers are one
row), at most the quantity of each need and the capacity of each offer. Pairs worth 0 or less are left out.

Floors make some units worth more: with F the floor of an area and X what its needs get together, the penalty times
min(F, X) is added to the total. A floor is never a reason that there is no solution; a unit below it costs the penalty.

An offer that holds so much per week has slots between its pairs and itself (`slots.py`): still one flow.

Between assignments of equal total the solver takes one; as needs, offers and pairs come to it in one order (by id), it
takes the same one every time.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from wortel.matching.engine.candidates import Pairs
from wortel.matching.engine.columns import Ints
from wortel.matching.engine.components import component_of_pairs, parcels
from wortel.matching.engine.slots import NO_SLOTS, Gate, Slots
from wortel.matching.engine.solving import Problem, SolverRefused, solved, solved_within

__all__ = ["NO_FLOORS", "Assigned", "Floors", "Mask", "SolverRefused", "Task", "assign", "taken_in_order"]

Mask = NDArray[np.bool_]
SMALL_PARCEL = 300_000
"""So many pairs are solved in well under a second: no process of its own is started for them."""


@dataclass(frozen=True, slots=True)
class Floors:
    """Per need its area, or -1; per area the units that are worth `penalty` more each."""

    areas: Ints
    units: Ints
    penalty: int


NO_FLOORS = Floors(np.empty(0, np.int64), np.empty(0, np.int64), 0)


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be assigned. `limits` says how often a pair may be made; `slots` bind some of the offers."""

    pairs: Pairs
    quantities: Ints
    capacities: Ints
    limits: Ints
    floors: Floors = NO_FLOORS
    slots: Slots = NO_SLOTS

    @classmethod
    def of(cls, pairs: Pairs, quantities: Ints, capacities: Ints, floors: Floors = NO_FLOORS) -> Task:
        """Every pair at most once, and never when it is worth nothing."""
        return cls(pairs, quantities, capacities, (pairs.scores > 0).astype(np.int64), floors)

    def areas(self) -> Ints:
        """Per need its area, -1 without one."""
        return self.floors.areas if len(self.floors.areas) else np.full(len(self.quantities), -1, np.int64)

    def value(self, units: Ints) -> int:
        """The total that an assignment is worth, floors included."""
        got = self.got_per_area(units)
        return int((self.pairs.scores * units).sum() + self.floors.penalty * np.minimum(got, self.floors.units).sum())

    def got_per_area(self, units: Ints) -> Ints:
        """How many units the needs of each area get."""
        areas = self.areas()[self.pairs.needs]
        inside = areas >= 0
        return np.bincount(areas[inside], units[inside], len(self.floors.units)).astype(np.int64)


@dataclass(frozen=True, slots=True)
class Assigned:
    """How often each pair is made; `left_over` counts the pairs that were ranked but not solved, as time was up."""

    units: Ints
    parcels: int
    left_over: int

    @property
    def chosen(self) -> Mask:
        """Which pairs are made at all."""
        return self.units > 0


def assign(
    task: Task, *, seconds: float | None = None, settled: Mask | None = None, start: Ints | None = None
) -> Assigned:
    """The best assignment. Raises `SolverRefused`.

    After `seconds` a parcel that is not solved yet is filled greedily by score, and is no optimum then. Pairs that are
    `settled` keep the units of `start`.
    """
    pairs = task.pairs
    units = np.zeros(len(pairs), dtype=np.int64)
    todo = pairs.scores > 0
    if settled is not None and start is not None:
        units[settled] = start[settled]
        todo &= ~settled
    useful = np.flatnonzero(todo)
    began, count, left_over = time.monotonic(), 0, 0
    for parcel in parcels(component_of_pairs(_part(pairs, useful), task.areas(), len(task.capacities))):
        here = useful[parcel]
        here.sort()
        left = None if seconds is None else seconds - (time.monotonic() - began)
        found = _best(task, here, left)
        if found is None:
            left_over += len(here)
            found = _greedy(task, here)
        units[here] = found
        count += 1
    return Assigned(units, count, left_over)


def _best(task: Task, here: Ints, left: float | None) -> Ints | None:
    """Units of these pairs in the optimum, or `None` when there is no time left for it."""
    if left is not None and left <= 0:
        return None
    problem = _problem(task, here)
    if left is None or len(here) <= SMALL_PARCEL:
        return solved(problem)
    return solved_within(problem, left)


def _problem(task: Task, here: Ints) -> Problem:
    needs, left = np.unique(task.pairs.needs[here], return_inverse=True)
    offers, right = np.unique(task.pairs.offers[here], return_inverse=True)
    limits = task.limits[here]
    asked = np.minimum(task.quantities[needs], np.bincount(left, limits).astype(np.int64))
    inside, areas = task.areas()[needs], np.full(len(needs), -1, np.int64)
    names, areas[inside >= 0] = np.unique(inside[inside >= 0], return_inverse=True)
    floors, penalty = task.floors.units[names], task.floors.penalty
    scores = task.pairs.scores[here]
    slots = task.slots.part(here, offers)
    return Problem(left, right, scores, limits, asked, task.capacities[offers], areas, floors, penalty, slots)


def _greedy(task: Task, here: Ints) -> Ints:
    slots = task.slots.part(here, np.arange(len(task.capacities)))
    part = replace(task, pairs=_part(task.pairs, here), limits=task.limits[here], slots=slots)
    return taken_in_order(part, np.argsort(-part.pairs.scores, kind="stable"))


def _part(pairs: Pairs, here: Ints) -> Pairs:
    return Pairs(pairs.needs[here], pairs.offers[here], pairs.scores[here])


def taken_in_order(task: Task, order: Ints) -> Ints:
    """Takes the pairs one by one in this order as often as both sides still have room: the greedy way."""
    units = np.zeros(len(task.pairs), dtype=np.int64)
    asked, possible, gate = task.quantities.tolist(), task.capacities.tolist(), Gate(task.slots)
    columns = task.pairs.needs[order], task.pairs.offers[order], task.limits[order], order
    for need, offer, limit, place in zip(*(column.tolist() for column in columns), strict=True):
        taken = min(asked[need], possible[offer], limit)
        if taken > 0 and (taken := gate.lets(place, taken)) > 0:
            asked[need] -= taken
            possible[offer] -= taken
            units[place] = taken
    return units
