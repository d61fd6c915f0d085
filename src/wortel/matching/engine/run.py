"""One run from needs and offers to matches, with what each stage cost."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial

import numpy as np

from wortel.matching.domain.asking import Need, Offer
from wortel.matching.domain.scoring import Criterion, Weights, criteria
from wortel.matching.domain.why import Unfilled
from wortel.matching.engine import beside, explaining
from wortel.matching.engine.assigning import Mask, assign
from wortel.matching.engine.barring import without
from wortel.matching.engine.beside import Totals
from wortel.matching.engine.candidates import Finder, Pairs, feasible_pairs, gathered
from wortel.matching.engine.columns import columns_of
from wortel.matching.engine.given_scores import pairs_of
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


@dataclass(frozen=True, slots=True)
class Match:
    """A need put to an offer, with the criteria behind its score and the best offer it did not get.

    `criteria` is empty when the scores were given. A runner-up may have been full: `is_runner_up_full`.
    """

    need: Need
    offer: Offer
    score: int
    criteria: tuple[Criterion, ...]
    runner_up: tuple[str, int] | None
    is_runner_up_full: bool


@dataclass(slots=True)
class Outcome:
    """The whole result. `bound` is what no assignment can exceed; equal to the total score it proves the optimum."""

    candidates: int
    matches: list[Match]
    unfilled: list[Unfilled]
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
    with clock("explanation"):
        rows = (columns.needs, columns.offers)
        full = np.bincount(pairs.offers[assigned.chosen], minlength=len(columns.offers)) >= columns.capacities
        second = explaining.runners_up(pairs, assigned.chosen, len(columns.needs))
        # The join of the unfilled needs runs outside Python: the reasons are written meanwhile.
        with ThreadPoolExecutor(max_workers=1) as beside_us:
            waiting = beside_us.submit(
                explaining.unfilled_needs,
                columns,
                pairs,
                assigned.chosen,
                with_changes=given is None,
                threads=plan.threads,
            )
            own_weights = weights if given is None else None
            matches = list(_matches(*rows, pairs, assigned.chosen, second, full, own_weights))
            unfilled = waiting.result()
    outcome = Outcome(
        candidates=len(pairs),
        matches=matches,
        unfilled=unfilled,
        totals=beside.totals(columns, pairs, assigned.chosen),
        asked=int(columns.quantities.sum()),
        bound=prices.bound,
        left_over=assigned.left_over,
        seconds=clock.spent,
    )
    if plan.compare:
        for name, way in (("nearest_first", beside.nearest_first), ("score_first", beside.score_first)):
            with clock(name):
                outcome.beside[name] = beside.totals(columns, pairs, way(columns, pairs))
    return outcome


def _matches(
    needs: tuple[Need, ...],
    offers: tuple[Offer, ...],
    pairs: Pairs,
    chosen: Mask,
    second: np.ndarray[tuple[int], np.dtype[np.int64]],
    full: Mask,
    weights: Weights | None,
) -> Iterator[Match]:
    for place in np.flatnonzero(chosen).tolist():
        need, offer = needs[pairs.needs[place]], offers[pairs.offers[place]]
        other = int(second[pairs.needs[place]])
        yield Match(
            need,
            offer,
            int(pairs.scores[place]),
            criteria(need, offer, weights) if weights else (),
            (offers[pairs.offers[other]].id, int(pairs.scores[other])) if other >= 0 else None,
            bool(full[pairs.offers[other]]) if other >= 0 else False,
        )


class _Clock:
    """Seconds per stage."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        began = time.monotonic()
        yield
        self.spent[stage] = round(time.monotonic() - began, 3)
