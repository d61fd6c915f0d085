"""One run from needs and offers to matches, with what each stage cost."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial

import numpy as np

from wortel.matching.domain.asking import Need, Offer
from wortel.matching.domain.scoring import Weights
from wortel.matching.engine import beside, explaining
from wortel.matching.engine.assigning import Mask, assign
from wortel.matching.engine.barring import without
from wortel.matching.engine.beside import Totals
from wortel.matching.engine.candidates import Finder, Pairs, feasible_pairs, gathered
from wortel.matching.engine.columns import columns_of
from wortel.matching.engine.explaining import Matches, Shortage
from wortel.matching.engine.given_scores import pairs_of
from wortel.matching.engine.nearest import nearest_changes
from wortel.matching.engine.proof import priced

MOST_PAIRS = 40_000_000
"""Pairs held in memory: about 6 GB while they are assigned."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How to run. `seconds` limits the assignment; `compare` also runs the plain ways; `barred` pairs (need, offer)
    are never put together, although they may fit. `find` looks for the pairs elsewhere than in DuckDB.
    """

    seconds: float | None = None
    most_pairs: int = MOST_PAIRS
    threads: int = 2
    compare: bool = False
    barred: frozenset[tuple[str, str]] = frozenset()
    find: Finder | None = None


@dataclass(slots=True)
class Outcome:
    """The whole result. `bound` is what no assignment can exceed; equal to the total score it proves the optimum."""

    candidates: int
    matches: Matches
    unfilled: Shortage
    totals: Totals
    asked: int
    bound: int
    left_over: int
    beside: dict[str, Totals] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def gap(self) -> int:
        """How many points the best assignment could have more than this one, at most."""
        return self.bound - self.totals.score

    @property
    def is_optimal(self) -> bool:
        """Whether the bound proves that nothing better exists."""
        return self.gap == 0


def run(
    needs: Iterable[Need],
    offers: Iterable[Offer],
    weights: Weights,
    plan: Plan,
    given: Iterable[tuple[int, str, str, int]] | None = None,
) -> Outcome:
    """Matches needs with offers; with `given` scores instead of those of the weights, and only those pairs.

    Raises `DuplicateId`, `PlacesMixed`, `TooManyWords`, `TooManyPairs`, `SolverRefused`, and of given scores
    `UnknownName`, `PairTwice`.
    """
    clock = _Clock()
    with clock("columns"):
        columns = columns_of(needs, offers)
    find = plan.find or partial(feasible_pairs, threads=plan.threads)
    with clock("candidates"):
        pairs = gathered(find(columns, weights), plan.most_pairs) if given is None else pairs_of(columns, given)
        pairs = without(pairs, columns, plan.barred)
    with clock("assignment"):
        assigned = assign(pairs, columns.quantities, columns.capacities, seconds=plan.seconds)
    with clock("proof"):
        prices = priced(pairs, assigned.chosen, columns.quantities, columns.capacities)
    picked = taken(pairs, assigned.chosen)
    with clock("explanation"):
        load = np.bincount(picked.offers, minlength=len(columns.offers))
        filled = np.bincount(picked.needs, minlength=len(columns.needs))
        short, free = np.flatnonzero(filled < columns.quantities), np.flatnonzero(load < columns.capacities)
        looked_for = short if given is None else short[:0]
        changes = nearest_changes(columns, looked_for, free, plan.threads)
        second = explaining.runners_up(pairs, assigned.chosen, len(columns.needs))
        own_weights = weights if given is None else None
    outcome = Outcome(
        candidates=len(pairs),
        matches=Matches(columns, picked, second, load >= columns.capacities, own_weights),
        unfilled=explaining.shortage(columns, pairs, picked, changes, is_given=given is not None),
        totals=beside.totals(columns, picked),
        asked=int(columns.quantities.sum()),
        bound=prices.bound,
        left_over=assigned.left_over,
        seconds=clock.spent,
    )
    if plan.compare:
        for name, way in (("nearest_first", beside.nearest_first), ("score_first", beside.score_first)):
            with clock(name):
                outcome.beside[name] = beside.totals(columns, taken(pairs, way(columns, pairs)))
    return outcome


def taken(pairs: Pairs, chosen: Mask) -> Pairs:
    """The chosen pairs only."""
    return Pairs(pairs.needs[chosen], pairs.offers[chosen], pairs.scores[chosen])


class _Clock:
    """Seconds per stage."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        began = time.monotonic()
        yield
        self.spent[stage] = round(time.monotonic() - began, 3)
