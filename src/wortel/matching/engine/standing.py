"""Pairs that are there already, so that solving again after a change leaves in peace what need not change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np

from wortel.matching.engine.assigning import Mask, Task
from wortel.matching.engine.candidates import Pairs
from wortel.matching.engine.columns import Columns
from wortel.matching.engine.components import component_of_pairs
from wortel.matching.engine.proof import priced, settled_components

State = Literal["accepted", "proposed"]
_NOTHING: Mapping[str, Mapping[int, int]] = {}
LARGEST_SCORE = 1 << 40
"""Beyond it the solver's own numbers would overflow: then equal totals are no longer decided for what stands."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A pair that is there: `accepted` by people, or only `proposed`.

    What was accepted may have its `week`; then it takes room in that week. A proposal gets its week anew.
    """

    need: str
    offer: str
    state: State
    week: int | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """What came of the standing pairs, each (need, offer) and sorted: `accepted` stay whatever they are worth, `kept`
    were proposed and are again, `dropped` were proposed and are not, `new` were not there. `unknown` name a need or an
    offer that is not among the rows; an accepted one of these still takes its place on the side that is.
    """

    accepted: tuple[tuple[str, str], ...] = ()
    kept: tuple[tuple[str, str], ...] = ()
    dropped: tuple[tuple[str, str], ...] = ()
    new: tuple[tuple[str, str], ...] = ()
    unknown: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """The standing pairs by row number."""

    accepted: tuple[tuple[int, int], ...]
    """Row of need and offer; -1: not among the rows."""
    proposed: frozenset[tuple[int, int]]
    names: tuple[Standing, ...]
    unknown: tuple[tuple[str, str], ...] = field(default=())


def placed(columns: Columns, standing: Iterable[Standing]) -> Placed:
    """Where the standing pairs are; a pair that is accepted is not also proposed, and each counts once."""
    need_row = {name: row for row, name in enumerate(columns.needs.ids)}
    offer_row = {name: row for row, name in enumerate(columns.offers.ids)}
    in_order = sorted(standing, key=lambda one: (one.need, one.offer, one.state == "accepted"))
    once = {(one.need, one.offer): one for one in in_order}
    names = tuple(once.values())
    rows = [(need_row.get(one.need, -1), offer_row.get(one.offer, -1), one) for one in names]
    return Placed(
        tuple((need, offer) for need, offer, one in rows if one.state == "accepted"),
        frozenset((need, offer) for need, offer, one in rows if one.state == "proposed" and min(need, offer) >= 0),
        names,
        tuple((one.need, one.offer) for need, offer, one in rows if min(need, offer) < 0),
    )


def weeks_taken(
    columns: Columns, found: Placed, known: Mapping[str, Mapping[int, int]] = _NOTHING
) -> dict[int, Counter[int]]:
    """Per offer that says how much a week holds, what accepted pairs take of which week, beside what is known."""
    taken = {offer: Counter(weeks) for offer, weeks in known.items()}
    for one in filter(_has_week, found.names):
        if one.week is not None:
            taken.setdefault(one.offer, Counter())[one.week] += 1
    if not taken:
        return {}
    per_week = columns.offer_columns["per_week"].tolist()
    return {row: taken[name] for row, name in enumerate(columns.offers.ids) if name in taken and per_week[row]}


def _has_week(one: Standing) -> bool:
    return one.state == "accepted" and one.week is not None


def without_accepted(columns: Columns, found: Placed) -> Columns:
    """The columns with what was accepted taken out of quantity and capacity, never below 0."""
    if not found.accepted:
        return columns
    left, right = columns.quantities.copy(), columns.capacities.copy()
    for need, offer in found.accepted:
        if need >= 0:
            left[need] = max(0, left[need] - 1)
        if offer >= 0:
            right[offer] = max(0, right[offer] - 1)
    return replace(
        columns,
        need_columns={**columns.need_columns, "units": left},
        offer_columns={**columns.offer_columns, "units": right},
    )


def are_among(pairs: Pairs, columns: Columns, rows: Iterable[tuple[int, int]]) -> Mask:
    """Which of the pairs are among these rows of need and offer."""
    width = max(1, len(columns.offers))
    keys = np.array([need * width + offer for need, offer in rows if min(need, offer) >= 0], dtype=np.int64)
    return np.isin(pairs.needs.astype(np.int64) * width + pairs.offers, keys)


@dataclass(frozen=True, slots=True)
class Favoured:
    """A task in which what stands is worth more: `factor` times the points, plus the threshold, plus 1.

    The factor exceeds the number of standing pairs, so that the 1 decides between equal totals only.
    """

    task: Task
    factor: int
    stands: Mask


def favoured(task: Task, stands: Mask, threshold: int) -> Favoured:
    """The task that keeps standing pairs unless a change gains more than `threshold` points for each."""
    pairs = task.pairs
    stands = stands & (pairs.scores > 0)
    if not stands.any():
        return Favoured(task, 1, stands)
    factor = int(stands.sum()) + 1
    highest = int(pairs.scores.max()) + threshold + task.floors.penalty
    factor, tie = (factor, 1) if highest * factor < LARGEST_SCORE else (1, 0)
    scores = pairs.scores * factor + np.where(stands, threshold * factor + tie, 0)
    floors = replace(task.floors, penalty=task.floors.penalty * factor)
    return Favoured(replace(task, pairs=Pairs(pairs.needs, pairs.offers, scores), floors=floors), factor, stands)


def settled(found: Favoured) -> Mask | None:
    """Which pairs need not be solved again: what stands is proved best for all they hang together with."""
    task = found.task
    if not found.stands.any() or len(task.floors.units):
        return None
    units = found.stands.astype(np.int64)
    component = component_of_pairs(task.pairs, task.areas(), len(task.capacities))
    return settled_components(task, units, priced(task, units, seconds=5.0), component)


def changes(columns: Columns, found: Placed, picked: Pairs) -> Changes:
    """What came of each standing pair."""
    made = set(zip(picked.needs.tolist(), picked.offers.tolist(), strict=True))

    def named(rows: Iterable[tuple[int, int]]) -> tuple[tuple[str, str], ...]:
        return tuple((columns.needs.ids[need], columns.offers.ids[offer]) for need, offer in sorted(rows))

    return Changes(
        accepted=tuple((one.need, one.offer) for one in found.names if one.state == "accepted"),
        kept=named(found.proposed & made),
        dropped=named(found.proposed - made),
        new=named(made - found.proposed),
        unknown=found.unknown,
    )
