"""Needs that are alike, and offers that are alike, as one row each: a million equal offers are one row to choose from.

Alike are rows of which everything is equal but the id; the quantity or capacity too. Of k needs that ask q each and m
offers that can c each, at most k times m pairs are made. Whatever is chosen between such classes can be dealt out:
first over the needs of a class in turn, then over the offers. In turn, nobody gets more than the units divided by the
rows, rounded up, and that is at most q or c. Units of one need and one class of offers come after each other and are at
most m, so each goes to another offer: no pair is made twice. And no assignment of single rows is worth more than the
best one of classes: added up, it is one of those.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wortel.matching.engine.assigning import Task
from wortel.matching.engine.candidates import Pairs
from wortel.matching.engine.columns import Columns, Ints
from wortel.matching.engine.explaining import Seconds

WORTH_IT = 4
"""Rows are only taken together when so many times fewer pairs are left to look at."""
_MIX = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Classes:
    """Rows that are alike: per row its class, and all rows by class and then by row. The first row stands for all."""

    of: Ints
    rows: Ints
    starts: Ints
    sizes: Ints

    def __len__(self) -> int:
        return len(self.sizes)

    @property
    def firsts(self) -> Ints:
        """Per class the row that stands for it."""
        return self.rows[self.starts]

    def members(self, one: int) -> Ints:
        """The rows of one class, in order."""
        return self.rows[self.starts[one] : self.starts[one] + self.sizes[one]]


@dataclass(frozen=True, slots=True)
class Alike:
    """Both sides by classes, and the columns of the classes."""

    needs: Classes
    offers: Classes
    columns: Columns

    def limited(self, task: Task) -> Task:
        """The task with as many units for a pair of classes as it has pairs of rows."""
        sizes = self.needs.sizes[task.pairs.needs] * self.offers.sizes[task.pairs.offers]
        return replace(task, limits=task.limits * sizes)

    def dealt_out(self, pairs: Pairs, units: Ints) -> Pairs:
        """The pairs of rows that the units of pairs of classes come down to, sorted."""
        nth = np.repeat(np.arange(len(pairs)), units)
        needs = _in_turn(self.needs, pairs.needs[nth].astype(np.int64))
        order = np.lexsort((needs, pairs.offers[nth]))
        nth, needs = nth[order], needs[order]
        offers = _in_turn(self.offers, pairs.offers[nth].astype(np.int64))
        order = np.lexsort((offers, needs))
        return Pairs(
            needs[order].astype(np.int32), offers[order].astype(np.int32), pairs.scores[nth[order]].astype(np.int64)
        )

    def candidates(self, pairs: Pairs) -> Ints:
        """Per row of a need how many rows of offers fit it."""
        useful = pairs.scores > 0
        counted = np.bincount(pairs.needs[useful], self.offers.sizes[pairs.offers[useful]], len(self.needs))
        of_row: Ints = counted.astype(np.int64)[self.needs.of]
        return of_row

    def runners_up(self, pairs: Pairs, picked: Pairs) -> Seconds:
        """Per need that got something the best offer that it did not get; of equal ones the first."""
        offers, scores = np.full(len(self.needs.of), -1, np.int64), np.zeros(len(self.needs.of), np.int64)
        order = np.lexsort((self.offers.firsts[pairs.offers], -pairs.scores, pairs.needs))
        starts = np.searchsorted(pairs.needs[order], np.arange(len(self.needs) + 1))
        bounds = np.flatnonzero(np.diff(picked.needs, prepend=-1))
        for first, after in pairwise([*bounds.tolist(), len(picked)]):
            need = int(picked.needs[first])
            own = order[starts[self.needs.of[need]] : starts[self.needs.of[need] + 1]]
            offers[need], scores[need] = self._second(pairs, own, set(picked.offers[first:after].tolist()))
        return Seconds(offers, scores)

    def _second(self, pairs: Pairs, own: Ints, got: set[int]) -> tuple[int, int]:
        """The best offer of these classes, best first, that is not among those it got; -1: there is none."""
        best, points = -1, 0
        for place in own:
            if best >= 0 and pairs.scores[place] < points:
                break
            members = self.offers.members(int(pairs.offers[place]))
            left = next((int(row) for row in members[: len(got) + 1] if int(row) not in got), -1)
            if left >= 0 and (best < 0 or left < best):
                best, points = left, int(pairs.scores[place])
            if left == int(members[0]):
                break
        return best, points


def alike_of(columns: Columns) -> Alike | None:
    """The classes of both sides; `None` when taking rows together would leave nearly as many pairs."""
    if "per_week" in columns.offer_columns and columns.offer_columns["per_week"].any():
        return None  # what a week of many offers holds together says nothing of one of them
    needs = _classes({**columns.need_columns, "area": columns.needs.coded["area"].codes})
    offers = _classes(columns.offer_columns)
    if needs is None or offers is None:
        return None
    if WORTH_IT * len(needs) * len(offers) > len(columns.needs) * len(columns.offers):
        return None
    asked, possible = columns.needs.taken(needs.firsts), columns.offers.taken(offers.firsts)
    return Alike(
        needs,
        offers,
        replace(
            columns,
            needs=replace(asked, numbers=_together(asked.numbers, needs)),
            offers=replace(possible, numbers=_together(possible.numbers, offers)),
            need_columns=_together({name: one[needs.firsts] for name, one in columns.need_columns.items()}, needs),
            offer_columns=_together({name: one[offers.firsts] for name, one in columns.offer_columns.items()}, offers),
        ),
    )


def _together(table: dict[str, NDArray[Any]], classes: Classes) -> dict[str, NDArray[Any]]:
    """The columns of the classes: units are those of all rows together."""
    numbered = {"row": np.arange(len(classes))} if "row" in table else {}
    return {**table, "units": table["units"] * classes.sizes, **numbered}


def _classes(table: dict[str, NDArray[Any]]) -> Classes | None:
    """The rows by what they hold; `None` in the one case in very many that two unequal rows look alike."""
    looks = np.zeros(len(table["row"]), dtype=np.uint64)
    for name in sorted(table.keys() - {"row"}):
        plain = np.float64 if table[name].dtype.kind == "f" else np.int64
        looks = (looks ^ table[name].astype(plain).view(np.uint64)) * _MIX
        looks ^= looks >> np.uint64(29)
    _, firsts, of, sizes = np.unique(looks, return_index=True, return_inverse=True, return_counts=True)
    rank = np.argsort(np.argsort(firsts))  # classes in the order of their first rows: sorted by id as rows are
    of, sizes, firsts = rank[of], sizes[np.argsort(firsts)], np.sort(firsts)
    if any(not np.array_equal(table[name], table[name][firsts][of]) for name in table.keys() - {"row"}):
        return None
    return Classes(of, np.argsort(of, kind="stable"), np.cumsum(sizes) - sizes, sizes)


def _in_turn(classes: Classes, of: Ints) -> Ints:
    """Rows in turn for a list in which each class stands as often as its rows are needed, one after the other."""
    order = np.argsort(of, kind="stable")
    sorted_of = of[order]
    begins = np.flatnonzero(np.diff(sorted_of, prepend=-1))
    turn = np.arange(len(of)) - np.repeat(begins, np.diff(begins, append=len(of)))
    rows = np.empty(len(of), np.int64)
    rows[order] = classes.rows[classes.starts[sorted_of] + turn % classes.sizes[sorted_of]]
    return rows
