"""Needs and offers as columns of numbers, in the one order that makes every run of equal input equal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wortel.matching.domain.asking import Need, Offer, reach_of
from wortel.matching.engine.gathering import PlacesMixed, need_rows, offer_rows
from wortel.matching.engine.rows import Coded, DuplicateId, NeedRows, OfferRows, Rows

__all__ = ["MASK_BITS", "Columns", "DuplicateId", "Ints", "PlacesMixed", "TooManyWords", "columns_of"]

Ints = NDArray[np.int64]
MASK_BITS = 62
MOST_SHARED_WORDS = 20 * MASK_BITS
MOST_MOMENTS = MASK_BITS - 2
_NEED_NAMES, _OFFER_NAMES, _ANY = 1, 2, -1
"""Two bits of the moments say who names some, so that one test serves: whoever names none holds all bits."""


class TooManyWords(ValueError):
    """More different themes, languages or moments than anyone uses on both sides."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Needs and offers sorted by id, with a dictionary of columns for each; a row number is its place from 0."""

    needs: NeedRows
    offers: OfferRows
    need_columns: dict[str, NDArray[Any]]
    offer_columns: dict[str, NDArray[Any]]
    masks: dict[str, int]
    """How many mask columns themes and languages take: `themes0`, `themes1`, …"""
    shared_themes: int
    """How many themes occur on both sides; number n is bit n % `MASK_BITS` of mask n // `MASK_BITS`."""
    is_curved: bool

    @property
    def quantities(self) -> Ints:
        """Per need how many times it is asked."""
        return self.need_columns["units"]

    @property
    def capacities(self) -> Ints:
        """Per offer how many times it is possible."""
        return self.offer_columns["units"]


def columns_of(needs: Iterable[Need], offers: Iterable[Offer]) -> Columns:
    """The columns. Raises `DuplicateId`, `PlacesMixed` or `TooManyWords`."""
    asked, possible = need_rows(needs).by_id(), offer_rows(offers).by_id()
    curved = {asked.is_curved, possible.is_curved} - {None}
    if len(curved) > 1:
        raise PlacesMixed
    is_curved = True in curved
    left, right = _numbers(asked, is_curved=is_curved), _numbers(possible, is_curved=is_curved)
    left["kind"], right["kind"] = _alike(asked.coded["kind"], possible.coded["kind"])
    shared = {name: _add_masks(name, asked, possible, left, right) for name in ("themes", "languages")}
    _add_moments(asked.coded["moments"], possible.coded["moments"], left, right)
    themes = asked.coded["themes"]
    left["themes_asked"] = np.array([len(held) for held in themes.values] or [0], dtype=np.int64)[themes.codes]
    masks = {name: _masks_for(count) for name, count in shared.items()}
    return Columns(asked, possible, left, right, masks, shared["themes"], is_curved)


def _numbers(rows: Rows, *, is_curved: bool) -> dict[str, NDArray[Any]]:
    radii, nth = np.unique(rows.numbers["radius"], return_inverse=True)
    reach = np.array([reach_of(radius, is_curved=is_curved) for radius in radii.tolist()], dtype=np.float64)
    return {"row": np.arange(len(rows), dtype=np.int64), **rows.numbers, "reach": reach[nth]}


def _alike(one: Coded, other: Coded) -> tuple[Ints, Ints]:
    """The codes of both sides by one numbering, in the order of the words."""
    number_of = {word: nth for nth, word in enumerate(sorted({*one.values, *other.values}))}
    return tuple(np.array([number_of[word] for word in side.values] or [0], dtype=np.int64)[side.codes]
                 for side in (one, other))  # type: ignore[return-value]  # fmt: skip


def _shared_words(one: Coded, other: Coded) -> dict[str, int]:
    """A number for every word that occurs on both sides: another can never be shared."""
    words: list[set[str]] = [reduce(set.union, side.values, set()) for side in (one, other)]
    return {word: nth for nth, word in enumerate(sorted(words[0] & words[1]))}


def _add_masks(
    name: str, needs: NeedRows, offers: OfferRows, left: dict[str, NDArray[Any]], right: dict[str, NDArray[Any]]
) -> int:
    """Adds a bit per shared word; gives how many there are."""
    number_of = _shared_words(needs.coded[name], offers.coded[name])
    if len(number_of) > MOST_SHARED_WORDS:
        raise TooManyWords(name)
    for rows, columns in ((needs, left), (offers, right)):
        coded = rows.coded[name]
        masks = [_mask(held, number_of) for held in coded.values] or [0]
        for nth in range(_masks_for(len(number_of))):
            part = [mask >> (MASK_BITS * nth) & ((1 << MASK_BITS) - 1) for mask in masks]
            columns[f"{name}{nth}"] = np.array(part, dtype=np.int64)[coded.codes]
    return len(number_of)


def _add_moments(needs: Coded, offers: Coded, left: dict[str, NDArray[Any]], right: dict[str, NDArray[Any]]) -> None:
    """Adds a mask that has a bit in common with that of the other side when they can agree on a moment."""
    number_of = _shared_words(needs, offers)
    if len(number_of) > MOST_MOMENTS:
        raise TooManyWords("moments")
    for coded, columns, own in ((needs, left, _NEED_NAMES), (offers, right, _OFFER_NAMES)):
        masks = [_mask(held, number_of) << 2 | own if held else _ANY for held in coded.values] or [_ANY]
        columns["moments"] = np.array(masks, dtype=np.int64)[coded.codes]


def _masks_for(words: int) -> int:
    return max(1, -(-words // MASK_BITS))


def _mask(held: frozenset[str], number_of: dict[str, int]) -> int:
    return sum(1 << number_of[word] for word in held if word in number_of)
