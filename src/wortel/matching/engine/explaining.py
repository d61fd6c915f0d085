"""For every match its runner-up, and for every unfilled need why, with the nearest changes that would fill it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import overload

import numpy as np

from wortel.kernel.reason import Reason
from wortel.matching.domain.asking import Need, Offer
from wortel.matching.domain.fairness import ONCE
from wortel.matching.domain.scoring import Criterion, Weights, criteria
from wortel.matching.domain.why import ORDER_OF_CHANGES, Unfilled, WeeksFull, ground, unfilled
from wortel.matching.engine.assigning import Mask
from wortel.matching.engine.candidates import Pairs
from wortel.matching.engine.columns import Columns, Ints
from wortel.matching.engine.nearest import Found
from wortel.matching.engine.weekly import NO_WEEK


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
    week: int | None = None
    """In which week, when the offer says how much a week holds."""

    @property
    def weight_reason(self) -> Reason | None:
        """Why the points are more or fewer than the criteria say; `None` for a need that counts once."""
        if not self.criteria or self.need.weight == ONCE:
            return None
        return Reason.of("matching.weight", thousandths=self.need.weight)


@dataclass(frozen=True, slots=True)
class Seconds:
    """Per need the row of the best offer it did not get, or -1, and the points of that pair."""

    offers: Ints
    scores: Ints


def runners_up(pairs: Pairs, chosen: Mask, needs: int) -> Seconds:
    """The best pair of every need that was not chosen; of equal ones the first by offer."""
    offers, scores = np.full(needs, -1, dtype=np.int64), np.zeros(needs, dtype=np.int64)
    if len(pairs):
        starts = np.flatnonzero(np.diff(pairs.needs, prepend=-1))
        open_scores = np.where(chosen, np.int64(-1) << 62, pairs.scores)
        highest = np.maximum.reduceat(open_scores, starts)
        spread = np.repeat(highest, np.diff(starts, append=len(pairs)))
        places = np.flatnonzero((open_scores == spread) & ~chosen)
        asked, first = np.unique(pairs.needs[places], return_index=True)
        offers[asked], scores[asked] = pairs.offers[places[first]], pairs.scores[places[first]]
    return Seconds(offers, scores)


@dataclass(frozen=True, slots=True, eq=False)
class Matches(Sequence[Match]):
    """The matches, sorted by need and offer; each is only made when someone asks for it."""

    columns: Columns
    picked: Pairs
    seconds: Seconds
    is_full: Mask
    """Per offer whether it has no room left."""
    weights: Weights | None
    """`None`: the scores were given."""
    weeks: Ints | None = None
    """Per match its week, `NO_WEEK` where the offer says nothing of weeks; `None`: no offer does."""

    def __len__(self) -> int:
        return len(self.picked)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    @overload
    def __getitem__(self, nth: int) -> Match: ...
    @overload
    def __getitem__(self, nth: slice) -> list[Match]: ...
    def __getitem__(self, nth: int | slice) -> Match | list[Match]:
        if isinstance(nth, slice):
            return [self[one] for one in range(*nth.indices(len(self)))]
        row, other = int(self.picked.needs[nth]), int(self.picked.offers[nth])
        need, offer = self.columns.needs[row], self.columns.offers[other]
        second = int(self.seconds.offers[row])
        return Match(
            need,
            offer,
            int(self.picked.scores[nth]),
            criteria(need, offer, self.weights) if self.weights else (),
            (self.columns.offers.ids[second], int(self.seconds.scores[row])) if second >= 0 else None,
            bool(self.is_full[second]) if second >= 0 else False,
            self.week(nth),
        )

    def week(self, nth: int) -> int | None:
        """The week of that match, when it has one."""
        week = NO_WEEK if self.weeks is None else int(self.weeks[nth])
        return None if week == NO_WEEK else week


@dataclass(frozen=True, slots=True, eq=False)
class Shortage(Sequence[Unfilled]):
    """The needs that are asked more often than they were matched, by id; each is only explained when asked for."""

    columns: Columns
    rows: Ints
    missing: Ints
    candidates: Ints
    """How many offers fit the need at all."""
    taken: Ints
    of_kind: Ints | None
    """How many offers have its kind; `None`: someone else said which pairs there are, and why is not known."""
    changes: Found
    first: Ints
    """Where the changes of each begin; the next number is where they end."""
    weeks_full: Mapping[int, WeeksFull] = field(default_factory=dict)
    """By row of need, what is known of offers that it fails to get for full weeks only."""

    def __len__(self) -> int:
        return len(self.rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    @overload
    def __getitem__(self, nth: int) -> Unfilled: ...
    @overload
    def __getitem__(self, nth: slice) -> list[Unfilled]: ...
    def __getitem__(self, nth: int | slice) -> Unfilled | list[Unfilled]:
        if isinstance(nth, slice):
            return [self[one] for one in range(*nth.indices(len(self)))]
        nth = nth % len(self) if -len(self) <= nth < 0 else nth
        row = int(self.rows[nth])
        near = self.changes.offers[self.first[nth, 0] : self.first[nth, 1]].tolist()
        return unfilled(
            self.columns.needs[row],
            int(self.missing[nth]),
            candidates=int(self.candidates[nth]),
            taken=int(self.taken[nth]),
            of_kind=None if self.of_kind is None else int(self.of_kind[nth]),
            near=tuple(self.columns.offers[other] for other in near),
            is_sought=row not in self.changes.left_out,
            weeks_full=self.weeks_full.get(row),
        )

    def grounds(self) -> Iterator[Reason]:
        """The ground of each, without the rest of its explanation."""
        first = [ORDER_OF_CHANGES[failing] for failing in self.changes.failing.tolist()]
        sought = (~np.isin(self.rows, self.changes.left_out)).tolist()
        kinds = [None] * len(self) if self.of_kind is None else self.of_kind.tolist()
        full = [known.offers if (known := self.weeks_full.get(row)) else 0 for row in self.rows.tolist()]
        columns = self.candidates.tolist(), self.taken.tolist(), kinds, self.first.tolist(), sought, full
        for candidates, taken, of_kind, (start, after), is_sought, weeks in zip(*columns, strict=True):
            change = first[start] if start < after else None
            yield ground(candidates, taken, of_kind, change, is_sought=is_sought, full=weeks)


def shortage(
    columns: Columns, pairs: Pairs, picked: Pairs, changes: Found, full: Mapping[int, WeeksFull], *, is_given: bool
) -> Shortage:
    """Which needs stay open, with what is known of each."""
    taken = np.bincount(picked.needs, minlength=len(columns.needs))
    rows = np.flatnonzero(columns.quantities > taken)
    # A pair that is worth nothing is no way to fill a need.
    candidates = np.bincount(pairs.needs[pairs.scores > 0], minlength=len(columns.needs))
    kinds = columns.need_columns["kind"]
    of_kind = np.bincount(columns.offer_columns["kind"], minlength=int(kinds.max(initial=0)) + 1)[kinds]
    first = np.stack([np.searchsorted(changes.needs, rows, side) for side in ("left", "right")], axis=1)
    missing = (columns.quantities - taken)[rows]
    return Shortage(
        columns, rows, missing, candidates[rows], taken[rows], None if is_given else of_kind[rows], changes, first, full
    )
