"""Pairs and scores as someone else gives them, so that the assignment can be checked by itself."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from wortel.matching.engine.candidates import Pairs
from wortel.matching.engine.columns import Columns


class UnknownName(ValueError):
    """The table speaks of a need or offer that is not in its file: `side` is "need" or "offer"."""

    def __init__(self, row: int, side: str, name: str) -> None:
        super().__init__(f"row {row}: no {side} {name}")
        self.row, self.side, self.name = row, side, name


class PairTwice(ValueError):
    """The table gives two scores for one pair."""

    def __init__(self, need: str, offer: str) -> None:
        super().__init__(f"{need}, {offer}")
        self.need, self.offer = need, offer


def pairs_of(columns: Columns, rows: Iterable[tuple[int, str, str, int]]) -> Pairs:
    """The pairs, sorted; each row is its number in the file, need, offer, score. Raises `UnknownName`, `PairTwice`."""
    need_rows = {name: row for row, name in enumerate(columns.needs.ids)}
    offer_rows = {name: row for row, name in enumerate(columns.offers.ids)}
    needs, offers, scores = [], [], []
    for number, need, offer, points in rows:
        if need not in need_rows:
            raise UnknownName(number, "need", need)
        if offer not in offer_rows:
            raise UnknownName(number, "offer", offer)
        needs.append(need_rows[need])
        offers.append(offer_rows[offer])
        scores.append(points)
    key = np.array(needs, dtype=np.int64) * max(1, len(columns.offers)) + np.array(offers, dtype=np.int64)
    order = np.argsort(key, kind="stable")
    again = np.flatnonzero(np.diff(key[order]) == 0)
    if len(again):
        place = order[again[0]]
        raise PairTwice(columns.needs.ids[needs[place]], columns.offers.ids[offers[place]])
    return Pairs(
        np.array(needs, dtype=np.int32)[order],
        np.array(offers, dtype=np.int32)[order],
        np.array(scores, dtype=np.int64)[order],
    )
