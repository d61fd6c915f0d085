"""A promised share of what an area asks: so many units of it are worth a penalty more each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from wortel.matching.engine.assigning import NO_FLOORS, Floors
from wortel.matching.engine.columns import Columns


def floors_of(
    columns: Columns, shares: Mapping[str, float], penalty: int, accepted: Iterable[tuple[int, int]] = ()
) -> Floors:
    """The floors: of everything that the needs of an area ask, the share rounded up, less what was accepted.

    Areas without a need have no floor to reach.
    """
    if not shares:
        return NO_FLOORS
    number_of = {name: nth for nth, name in enumerate(sorted(shares))}
    coded = columns.needs.coded["area"]
    area_of = np.array([number_of.get(value, -1) for value in coded.values] or [-1], dtype=np.int64)[coded.codes]
    asked = np.zeros(len(shares), dtype=np.int64)
    inside = area_of >= 0
    np.add.at(asked, area_of[inside], columns.needs.numbers["units"][inside])
    units = np.array([_share(shares[name], int(asked[nth])) for name, nth in number_of.items()], dtype=np.int64)
    for need, _ in accepted:
        if need >= 0 and area_of[need] >= 0:
            units[area_of[need]] = max(0, units[area_of[need]] - 1)
    return Floors(area_of, units, penalty)


def _share(share: float, asked: int) -> int:
    """So many units, rounded up; 0.1 of 30 is 3 and not 4, whatever the last binary digit says."""
    return int(np.ceil(round(share * asked, 6)))
