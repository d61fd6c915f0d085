"""The best division into groups, by an integer programme over every allowed group.

Let `C` be the allowed groups (`candidates`: connected, within the limits), `T` the towns, `W ⊆ T` those that must find
a place, `s(g)` the score of a group (`scoring`) and `|g|` its wanted towns. With `z(g) = 1` when group `g` is chosen
and `u(t) = 1` when town `t` is left over:

    maximise    Σ_g |g| s(g) z(g)  −  (|W| + 1) Σ_t u(t)
    such that   Σ_{g ∋ t} z(g) + u(t) = 1                              for every wanted town t
                Σ_{g ∋ t} z(g) ≤ 1                                     for every other town t
                Σ_g pairs(g, P) z(g) ≤ κ · pairs(P)                    for every earlier alternative P
                z, u ∈ {0, 1}

`pairs(g, P)` counts the pairs of wanted towns in `g` that `P` puts together. Leaving one town over costs more than all
scores together can win, so as few as possible are left over.

Flow variables per group, the usual way to keep districts in one piece, are not needed: every candidate is connected.
The relaxation is much tighter that way, and a score need not be linear in its towns. Three steps, all exact:

1. the relaxation by column generation: every candidate is priced, the best join, until none improves: bound `U`;
2. a division that holds a candidate whose reduced worth lies `d` below zero is worth `U − d` at most. So the programme
   is solved among the candidates within a small `d` of zero: when its worth is `U − d` or more, nothing beats it;
3. if not, `d` grows, up to `U` minus the best worth found, and 2 is done again.

Out of effort, the answer is the best found, with `U` beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wortel.alliances.domain.candidates import Candidates
from wortel.alliances.domain.solver import Relaxation, Rows, whole

Division = tuple[frozenset[str], ...]
"""Groups, by their first town."""

Floats = NDArray[np.float64]
PER_ROUND = 300
FIRST_SLACK = 0.008
ALMOST = 1e-7


@dataclass(frozen=True, slots=True)
class Solved:
    """The groups chosen, and what they are worth together (over wanted towns).

    `ceiling`: no division is worth more, what leaving towns over costs taken off.
    """

    groups: Division
    left: frozenset[str]
    value: float
    ceiling: float
    is_proved: bool
    wanted: int

    @property
    def bound(self) -> float:
        """The most that a division which leaves as many towns over can be worth."""
        most = self.ceiling + (self.wanted + 1) * len(self.left)
        return max(self.value, min(most, float(self.wanted)))


@dataclass(frozen=True, slots=True)
class Differently:
    """Keep no more of the pairs of an earlier division than this share."""

    earlier: Division
    kept_pairs: float


def best_division(
    found: Candidates,
    wanted: frozenset[str],
    effort: float,
    apart_from: Sequence[Differently] = (),
    start: Division = (),
    *,
    must_place_all: bool = False,
) -> Solved | None:
    """The best division of the wanted towns; `None` when none was found with this effort (see `solver.whole`).

    `start` is a division to begin with, when its groups are among the candidates. `must_place_all`: nothing is wanted
    that leaves a town over.
    """
    programme = _Programme.of(found, wanted, apart_from)
    bound, prices = programme.relaxation()
    if must_place_all and bound < 0:  # scores are not negative: only leaving towns over is
        return None
    reduced = np.minimum(0.0, programme.worth - programme.columns @ prices)
    reduced[len(found) :] = 0.0  # leaving a town over stays possible: so there always is an answer
    best = programme.located(start)
    slack, last = FIRST_SLACK * abs(bound), -1.0
    while best is None or best.value < bound - last - ALMOST:
        near = np.flatnonzero(reduced >= -slack - ALMOST)
        answer = programme.whole(np.union1d(near, best.chosen) if best else near, effort, best)
        if answer is not None and (best is None or answer.value > best.value):
            best = answer
        if answer is None or not answer.is_done:
            return programme.read(best, bound, is_proved=False) if best else None
        last, slack = slack, min(3 * slack, max(bound - answer.value, slack))
    return programme.read(best, best.value, is_proved=True)


@dataclass(frozen=True, slots=True)
class _Chosen:
    chosen: NDArray[np.int64]
    value: float
    is_done: bool


@dataclass(frozen=True, slots=True)
class _Programme:
    """Columns: the groups, then one per wanted town for being left over."""

    found: Candidates
    wanted: frozenset[str]
    worth: Floats
    columns: Floats
    rows: Rows

    @classmethod
    def of(cls, found: Candidates, wanted: frozenset[str], apart_from: Sequence[Differently]) -> _Programme:
        codes = found.codes
        is_wanted = np.array([float(nis in wanted) for nis in codes])
        groups = found.member.astype(np.float64)
        alone = np.eye(len(codes))[is_wanted > 0]
        kept = [_pairs_kept(groups, is_wanted, codes, each.earlier) for each in apart_from]
        none_kept = np.zeros((len(alone), len(kept)))
        columns = np.vstack([np.column_stack([groups, *kept]), np.column_stack([alone, none_kept]) if kept else alone])
        most_kept = [each.kept_pairs * _pairs(wanted, each.earlier) for each in apart_from]
        rows = Rows(
            np.concatenate([is_wanted, np.full(len(kept), -np.inf)]), np.concatenate([np.ones(len(codes)), most_kept])
        )
        worth = np.concatenate([found.score * (groups @ is_wanted), np.full(len(alone), -float(len(wanted) + 1))])
        return cls(found, wanted, worth, columns, rows)

    def relaxation(self) -> tuple[float, Floats]:
        """The worth of the relaxation, which no division exceeds, and the price of each row."""
        groups = len(self.found)
        sizes = 1 + self.found.member.sum(axis=1, dtype=np.float64)
        new = np.union1d(np.arange(groups, len(self.worth)), _dearest(self.worth[:groups] / sizes))
        some, master = new, Relaxation(self.rows)
        while True:
            master.add(self.worth[new], self.columns[new])
            value, prices = master.solve()
            reduced = self.worth - self.columns @ prices
            reduced[some] = 0.0
            new = _dearest(np.where(reduced > ALMOST, reduced, -np.inf))
            if not len(new):
                return value, prices
            some = np.union1d(some, new)

    def whole(self, some: NDArray[np.int64], effort: float, best: _Chosen | None) -> _Chosen | None:
        """The best choice of whole groups among some columns; `best` is where to begin."""
        everyone_left = some >= len(self.found)
        hint = np.flatnonzero(np.isin(some, best.chosen) if best else everyone_left)
        answer = whole(self.worth[some], self.columns[some], self.rows, effort, hint)
        if answer is None:
            return None
        chosen = some[answer.chosen]
        return _Chosen(chosen, float(self.worth[chosen].sum()), answer.is_done)

    def located(self, start: Division) -> _Chosen | None:
        """A division as columns; `None` when a group of it is no candidate."""
        member, rows = self.found.member, list[int]()
        for group in start:
            line = np.array([nis in group for nis in self.found.codes], np.uint8)
            rows += np.flatnonzero((member == line).all(axis=1)).tolist()
        if not start or len(rows) < len(start):
            return None
        left = sorted(self.wanted - frozenset().union(*start))
        rows += [len(self.found) + sorted(self.wanted).index(nis) for nis in left]
        chosen = np.array(sorted(rows))
        return _Chosen(chosen, float(self.worth[chosen].sum()), is_done=False)

    def read(self, best: _Chosen, ceiling: float, *, is_proved: bool) -> Solved:
        """The chosen groups in words of towns, and their worth without what leaving over costs."""
        rows = [int(row) for row in best.chosen if row < len(self.found)]
        groups = tuple(sorted((self.found.towns(row) for row in rows), key=min))
        left = self.wanted - frozenset().union(*groups)
        return Solved(groups, left, float(self.worth[rows].sum()), ceiling, is_proved, len(self.wanted))


def _dearest(worth: Floats) -> NDArray[np.int64]:
    """The places of the highest, at most `PER_ROUND`; the first of equals."""
    best = np.argsort(-worth, kind="stable")[:PER_ROUND]
    return best[worth[best] > -np.inf]


def _pairs(wanted: frozenset[str], division: Division) -> int:
    return sum(len(group & wanted) * (len(group & wanted) - 1) // 2 for group in division)


def _pairs_kept(groups: Floats, is_wanted: Floats, codes: tuple[str, ...], earlier: Division) -> Floats:
    """Per candidate how many pairs of wanted towns it puts together that were together earlier."""
    kept = np.zeros(len(groups))
    for group in earlier:
        shared = groups @ (is_wanted * np.array([float(nis in group) for nis in codes]))
        kept += shared * (shared - 1) / 2
    return kept
