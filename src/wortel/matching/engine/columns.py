"""Needs and offers as columns of numbers, in the one order that makes every run of equal input equal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wortel.matching.domain.asking import Need, Offer

Ints = NDArray[np.int64]
MASK_BITS = 62
MOST_SHARED_WORDS = 20 * MASK_BITS


class TooManyWords(ValueError):
    """More different themes or languages than anyone uses on both sides."""


class PlacesMixed(ValueError):
    """Some places are on a flat map and others on the globe: no distance between them means anything."""


class DuplicateId(ValueError):
    """Two needs, or two offers, carry one name."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Needs and offers sorted by id, with a dictionary of columns for each; a row number is its place from 0."""

    needs: tuple[Need, ...]
    offers: tuple[Offer, ...]
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
    asked = tuple(sorted(needs, key=lambda need: need.id))
    possible = tuple(sorted(offers, key=lambda offer: offer.id))
    for rows in (asked, possible):
        _refuse_duplicates([row.id for row in rows])
    everyone: tuple[Need | Offer, ...] = (*asked, *possible)
    kinds = _numbered({row.kind for row in everyone})
    left, right = _shared_columns(asked, kinds), _shared_columns(possible, kinds)
    left["units"] = _column(asked, lambda need: need.quantity)
    left["weight"] = _column(asked, lambda need: need.weight)
    left["themes_asked"] = _column(asked, lambda need: len(need.themes))
    right["units"] = _column(possible, lambda offer: offer.capacity)
    right["radius"] = np.array([offer.radius_km for offer in possible], dtype=np.float64)
    shared = {name: _add_masks(name, asked, possible, left, right) for name in ("themes", "languages")}
    masks = {name: _masks_for(count) for name, count in shared.items()}
    curved = {row.place.is_curved for row in everyone}
    if len(curved) > 1:
        raise PlacesMixed
    return Columns(asked, possible, left, right, masks, shared["themes"], True in curved)


def _refuse_duplicates(ids: Sequence[str]) -> None:
    for before, after in pairwise(ids):
        if before == after:
            raise DuplicateId(before)


def _shared_columns(rows: Sequence[Need] | Sequence[Offer], kinds: dict[str, int]) -> dict[str, NDArray[Any]]:
    numbers = np.array(
        [(kinds[row.kind], *row.ages, *row.weeks) for row in rows] or np.empty((0, 5)), dtype=np.int64
    ).reshape(len(rows), 5)
    places = np.array([row.place[:3] for row in rows] or np.empty((0, 3)), dtype=np.float64).reshape(len(rows), 3)
    names = ("kind", "age_from", "age_to", "week_from", "week_to")
    return {
        "row": np.arange(len(rows), dtype=np.int64),
        **{name: np.ascontiguousarray(numbers[:, nth]) for nth, name in enumerate(names)},
        **{name: np.ascontiguousarray(places[:, nth]) for nth, name in enumerate("xyz")},
    }


def _column(rows: Sequence[Any], value: Callable[[Any], int]) -> Ints:
    return np.array([value(row) for row in rows], dtype=np.int64)


def _numbered(words: Iterable[str]) -> dict[str, int]:
    return {word: nth for nth, word in enumerate(sorted(words))}


def _add_masks(
    name: str, needs: Sequence[Need], offers: Sequence[Offer], left: dict[str, Any], right: dict[str, Any]
) -> int:
    """Adds a bit per word that occurs on both sides (another can never be shared); gives how many there are."""
    sides: tuple[Sequence[Any], ...] = (needs, offers)
    words = [set().union(*{getattr(row, name) for row in rows}) for rows in sides]
    number_of = _numbered(words[0] & words[1])
    if len(number_of) > MOST_SHARED_WORDS:
        raise TooManyWords(name)
    for rows, columns in zip(sides, (left, right), strict=True):
        mask_of = {held: _mask(held, number_of) for held in {getattr(row, name) for row in rows}}
        for nth in range(_masks_for(len(number_of))):
            columns[f"{name}{nth}"] = np.array(
                [mask_of[getattr(row, name)] >> (MASK_BITS * nth) & ((1 << MASK_BITS) - 1) for row in rows],
                dtype=np.int64,
            )
    return len(number_of)


def _masks_for(words: int) -> int:
    return max(1, -(-words // MASK_BITS))


def _mask(held: frozenset[str], number_of: dict[str, int]) -> int:
    return sum(1 << number_of[word] for word in held if word in number_of)
