"""One run from needs and offers to matches, with what each stage cost."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial

import numpy as np

from wortel.matching.domain.asking import Need, Offer
from wortel.matching.domain.scoring import Weights
from wortel.matching.engine import beside, explaining
from wortel.matching.engine.alike import Alike, alike_of
from wortel.matching.engine.alike_run import plain_way, run_alike
from wortel.matching.engine.assigning import Mask, Task, assign
from wortel.matching.engine.barring import without
from wortel.matching.engine.beside import Totals
from wortel.matching.engine.candidates import Finder, Pairs, feasible_pairs, gathered
from wortel.matching.engine.columns import Columns, Ints, columns_of
from wortel.matching.engine.explaining import Matches, Shortage
from wortel.matching.engine.floors import floors_of
from wortel.matching.engine.full_weeks import FullWeeks
from wortel.matching.engine.given_scores import pairs_of
from wortel.matching.engine.nearest import nearest_changes
from wortel.matching.engine.proof import priced
from wortel.matching.engine.standing import (
    Changes,
    Placed,
    Standing,
    are_among,
    changes,
    favoured,
    placed,
    settled,
    weeks_taken,
    without_accepted,
)
from wortel.matching.engine.weekly import by_week, loads, weeks_of

FLOOR_POINTS = 100_000
"""What a unit below a floor costs unless one says otherwise: ten perfect matches."""
MOST_PAIRS = 40_000_000
"""Pairs held in memory: about 6 GB while they are assigned."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How to run. `seconds` limits the assignment; `compare` also runs the plain ways; `barred` pairs (need, offer)
    are never put together, although they may fit. `find` looks for the pairs elsewhere than in DuckDB.
    `floors` promise an area a share of what it asks, from 0 to 1; each unit below it costs `floor_points`.
    `weeks_taken` says by offer how much of which week others have, capacity apart; it only matters `per_week`.
    """

    seconds: float | None = None
    most_pairs: int = MOST_PAIRS
    threads: int = 2
    compare: bool = False
    barred: frozenset[tuple[str, str]] = frozenset()
    floors: Mapping[str, float] = field(default_factory=dict)
    floor_points: int = FLOOR_POINTS
    find: Finder | None = None
    weeks_taken: Mapping[str, Mapping[int, int]] = field(default_factory=dict)


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
    standing: Changes | None = None
    """What came of the pairs that stood; `None`: nobody asked."""
    by_slot: int = 0
    """How many offers could not give just anything, as their weeks may be full before they are."""
    accepted_weeks: dict[tuple[str, str], int] = field(default_factory=dict)
    """The weeks of what was accepted before, as far as they are known."""
    below_floor: dict[str, int] = field(default_factory=dict)
    """Per area with a floor how many units it is short of it; areas that reach it are not named."""
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

    A match with an offer that says how much a week holds has a week that suits both; no week of it holds more.
    Raises `DuplicateId`, `PlacesMixed`, `TooManyWords`, `TooManyPairs`, `SolverRefused`, and of given scores
    `UnknownName`, `PairTwice`.
    """
    return _run(needs, offers, weights, plan, given, None, 0)


def resolve(
    needs: Iterable[Need],
    offers: Iterable[Offer],
    standing: Iterable[Standing],
    weights: Weights,
    plan: Plan,
    threshold: int,
) -> Outcome:
    """Matches again after a change, with stability; `standing` are the pairs that are there.

    What was accepted stays: it is taken out of quantity and capacity first, also when it would not fit any more, and is
    no part of `matches`. Where it has a week, it takes room in that week; else it takes capacity only. What was
    proposed changes only for a gain above `threshold` points; of equal totals the one that keeps most. Whatever hangs
    together and is proved to be best as it stands is not solved again. Scores and totals are the true ones, without the
    threshold. Raises what `run` raises.
    """
    return _run(needs, offers, weights, plan, None, standing, threshold)


def _run(
    needs: Iterable[Need],
    offers: Iterable[Offer],
    weights: Weights,
    plan: Plan,
    given: Iterable[tuple[int, str, str, int]] | None,
    standing: Iterable[Standing] | None,
    threshold: int,
) -> Outcome:
    clock = _Clock()
    with clock("columns"):
        columns = columns_of(needs, offers)
        is_plain = given is None and standing is None and not plan.barred
        alike = alike_of(columns) if is_plain else None
    if alike is not None:
        return _run_alike(columns, alike, weights, plan, clock)
    with clock("columns"):
        there = placed(columns, standing or ())
        asked = int(columns.quantities.sum())
        floors = floors_of(columns, plan.floors, plan.floor_points, there.accepted)
        columns, gone = without_accepted(columns, there), weeks_taken(columns, there, plan.weeks_taken)
    with clock("candidates"):
        pairs = _pairs(columns, weights, plan, given, there)
    with clock("assignment"):
        task = Task.of(pairs, columns.quantities, columns.capacities, floors)
        task = by_week(task, columns, gone, plan.most_pairs)
        wanted = favoured(task, are_among(pairs, columns, there.proposed), threshold)
        done = settled(wanted)
        assigned = assign(wanted.task, seconds=plan.seconds, settled=done, start=wanted.stands.astype(np.int64))
    with clock("proof"):
        bound = priced(wanted.task, assigned.units).bound
        gap = -(-(bound - wanted.task.value(assigned.units)) // wanted.factor)
    picked = taken(pairs, assigned.chosen)
    with clock("explanation"):
        load = np.bincount(picked.offers, minlength=len(columns.offers))
        filled = np.bincount(picked.needs, minlength=len(columns.needs))
        weeks = weeks_of(columns, picked, gone)
        full = FullWeeks(columns, {} if weeks is None else loads(picked, weeks, gone))
        is_full = (load >= columns.capacities) | full.none_left()
        short, free = np.flatnonzero(filled < columns.quantities), np.flatnonzero(~is_full)
        changed = nearest_changes(columns, short if given is None else short[:0], free)
        changed = full.true_changes(changed)
        kept_out = full.of_needs(pairs, assigned.chosen, short, np.flatnonzero(load < columns.capacities))
        second = explaining.runners_up(pairs, assigned.chosen, len(columns.needs))
        own_weights = weights if given is None else None
    totals = beside.totals(columns, picked)
    outcome = Outcome(
        candidates=len(pairs),
        matches=Matches(columns, picked, second, is_full, own_weights, weeks),
        unfilled=explaining.shortage(columns, pairs, picked, changed, kept_out, is_given=given is not None),
        totals=totals,
        asked=asked,
        bound=totals.score + gap,
        left_over=assigned.left_over,
        standing=None if standing is None else changes(columns, there, picked),
        by_slot=len(np.unique(task.slots.offers)),
        accepted_weeks={
            (one.need, one.offer): one.week for one in there.names if one.state == "accepted" and one.week is not None
        },
        below_floor=_below(plan, task, assigned.units),
        seconds=clock.spent,
    )
    if plan.compare:
        for name, way in (("nearest_first", beside.nearest_first), ("score_first", beside.score_first)):
            with clock(name):
                outcome.beside[name] = beside.totals(columns, taken(pairs, way(columns, pairs, task.slots)))
    return outcome


def _run_alike(columns: Columns, alike: Alike, weights: Weights, plan: Plan, clock: _Clock) -> Outcome:
    """The same where many rows are equal but for their id."""
    with clock("candidates"):
        find = plan.find or partial(feasible_pairs, threads=plan.threads)
        pairs = gathered(find(alike.columns, weights), plan.most_pairs)
    floors = floors_of(alike.columns, plan.floors, plan.floor_points)
    dealt = run_alike(columns, alike, pairs, floors, plan.seconds, clock)
    load = np.bincount(dealt.picked.offers, minlength=len(columns.offers))
    totals = beside.totals(columns, dealt.picked)
    outcome = Outcome(
        candidates=dealt.candidates,
        matches=Matches(columns, dealt.picked, dealt.seconds, load >= columns.capacities, weights),
        unfilled=dealt.unfilled,
        totals=totals,
        asked=int(columns.quantities.sum()),
        bound=totals.score + dealt.gap,
        left_over=dealt.left_over,
        below_floor=_below(plan, dealt.task, dealt.units),
        seconds=clock.spent,
    )
    for name in ("nearest_first", "score_first") if plan.compare else ():
        with clock(name):
            outcome.beside[name] = plain_way(columns, alike, dealt, name)
    return outcome


def _pairs(
    columns: Columns, weights: Weights, plan: Plan, given: Iterable[tuple[int, str, str, int]] | None, there: Placed
) -> Pairs:
    """The pairs to choose from."""
    if given is None:
        find = plan.find or partial(feasible_pairs, threads=plan.threads)
        pairs = gathered(find(columns, weights), plan.most_pairs)
    else:
        pairs = pairs_of(columns, given)
    pairs = without(pairs, columns, plan.barred)
    return taken(pairs, ~are_among(pairs, columns, there.accepted)) if there.accepted else pairs


def _below(plan: Plan, task: Task, units: Ints) -> dict[str, int]:
    short = (task.floors.units - task.got_per_area(units)).tolist()
    return {area: units for area, units in zip(sorted(plan.floors), short, strict=True) if units > 0}


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
        self.spent[stage] = round(self.spent.get(stage, 0.0) + time.monotonic() - began, 3)
