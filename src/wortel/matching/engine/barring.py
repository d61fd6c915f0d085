"""Pairs that may not be put together although they fit: the same organisation, or it was tried before."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from wortel.matching.engine.candidates import Pairs
from wortel.matching.engine.columns import Columns


def without(pairs: Pairs, columns: Columns, barred: Collection[tuple[str, str]]) -> Pairs:
    """The pairs that are left, in the same order; a barred pair of unknown names bars nothing."""
    if not barred or not len(pairs):
        return pairs
    need_row = {name: row for row, name in enumerate(columns.needs.ids)}
    offer_row = {name: row for row, name in enumerate(columns.offers.ids)}
    width = len(columns.offers)
    known = [(need_row[need], offer_row[offer]) for need, offer in barred if need in need_row and offer in offer_row]
    keys = np.array([need * width + offer for need, offer in known], dtype=np.int64)
    stays = ~np.isin(pairs.needs.astype(np.int64) * width + pairs.offers, keys)
    return Pairs(pairs.needs[stays], pairs.offers[stays], pairs.scores[stays])
