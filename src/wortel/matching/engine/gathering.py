"""Rows become columns: one by one as objects, or a block of texts at a time when nothing in it needs a closer look."""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from wortel.matching.domain.asking import Need, Offer, Place
from wortel.matching.domain.reading import FAR_KM, GLOBE, LONGEST_NAME, MOST, RowRefused, per_week_of, set_of
from wortel.matching.engine.rows import SETS, WORDS, Coded, NeedRows, OfferRows

_WHOLE = ("age_from", "age_to", "week_from", "week_to")
_NUMBER_SIGNS = frozenset("0123456789.-+")


class _NeedsACloserLook(Exception):
    """Something in the block is not plain: look at its rows one by one."""


class _Codes:
    """Numbers the values of a column as they come."""

    def __init__(self) -> None:
        self.codes = array("i")
        self.values: list[Any] = []
        self.by_value: dict[Any, int] = {}
        self.by_text: dict[str, int] = {}

    def code(self, value: Any) -> int:
        code = self.by_value.setdefault(value, len(self.values))
        if code == len(self.values):
            self.values.append(value)
        return code

    def coded(self, texts: Sequence[str], make: Callable[[str], Any]) -> list[int]:
        known = self.by_text
        for text in set(texts).difference(known):
            known[text] = self.code(make(text))
        return [known[text] for text in texts]


class Gathering:
    """The columns of one side while they grow."""

    def __init__(self, *, of_needs: bool) -> None:
        self._of_needs = of_needs
        self.ids: list[str] = []
        self._coded = {name: _Codes() for name in (*WORDS, *SETS)}
        self._numbers: dict[str, array[Any]] = {
            name: array("q") for name in (*_WHOLE, "units", "weight" if of_needs else "per_week")
        }
        self._numbers |= {name: array("d") for name in ("x", "y", "z", "radius")}
        self.curved: set[bool] = set()

    def add(self, row: Need | Offer) -> None:
        """One object."""
        self.ids.append(row.id)
        for name, codes in self._coded.items():
            codes.codes.append(codes.code(getattr(row, name)))
        numbers = self._numbers
        for name, number in zip(_WHOLE, (*row.ages, *row.weeks), strict=True):
            numbers[name].append(number)
        for name, axis in zip("xyz", row.place, strict=False):
            numbers[name].append(axis)
        self.curved.add(row.place.is_curved)
        if isinstance(row, Need):
            numbers["units"].append(row.quantity)
            numbers["weight"].append(row.weight)
            numbers["radius"].append(math.inf if row.radius_km is None else row.radius_km)
        else:
            numbers["units"].append(row.capacity)
            numbers["per_week"].append(row.per_week or 0)
            numbers["radius"].append(row.radius_km)

    def take(self, cells: Mapping[str, Sequence[str]], place: tuple[str, str]) -> list[str] | None:
        """A block of texts by column, all or nothing; the ids, or `None` when a row in it needs a closer look.

        What is plain here is read by `domain.reading` as the same need or offer, without a fault.
        """
        try:
            ids = _names(cells["id"])
            coded = {name: self._texts(name, cells, len(ids)) for name in self._coded}
            numbers = self._read_numbers(cells, place, len(ids))
        except (_NeedsACloserLook, RowRefused, ValueError):
            return None
        self.ids += ids
        for name, codes in coded.items():
            self._coded[name].codes.extend(codes)
        for name, column in numbers.items():
            self._numbers[name].extend(column)
        self.curved.add(place == GLOBE)
        return ids

    def needs(self) -> NeedRows:
        """All rows, as needs."""
        return NeedRows(*self._parts())

    def offers(self) -> OfferRows:
        """All rows, as offers."""
        return OfferRows(*self._parts())

    def _parts(self) -> tuple[list[str], dict[str, Coded], dict[str, Any], bool | None]:
        coded = {name: Coded(np.array(one.codes, dtype=np.int32), one.values) for name, one in self._coded.items()}
        numbers = {name: np.array(column) for name, column in self._numbers.items()}
        return self.ids, coded, numbers, (True in self.curved) if self.curved else None

    def _texts(self, name: str, cells: Mapping[str, Sequence[str]], count: int) -> list[int]:
        texts = cells.get(name) or [""] * count
        if name in SETS:
            return self._coded[name].coded(texts, lambda text: set_of(text, name))
        return self._coded[name].coded(texts, _name if name == "kind" else str.strip)

    def _read_numbers(
        self, cells: Mapping[str, Sequence[str]], place: tuple[str, str], count: int
    ) -> dict[str, list[Any]]:
        found: dict[str, list[Any]] = {name: _wholes(cells[name]) for name in _WHOLE}
        if not all(map(int.__lt__, found["age_from"], found["age_to"])):
            raise _NeedsACloserLook
        if not all(map(int.__lt__, found["week_from"], found["week_to"])):
            raise _NeedsACloserLook
        found |= _places(cells, place)
        if self._of_needs:
            found["units"] = _wholes(cells["quantity"])
            weights = _numbers([text or "1" for text in cells.get("weight") or [""] * count], 0, 1000)
            found["weight"] = [round(1000 * weight) for weight in weights]
            texts = cells.get("radius_km") or [""] * count
            found["radius"] = _numbers(texts, 0, MOST) if all(texts) else _radii(texts)
        else:
            found["units"] = _wholes(cells["capacity"])
            found["per_week"] = _per_week(cells.get("per_week"), count)
            found["radius"] = _numbers(cells["radius_km"], 0, MOST)
        return found


def _names(texts: Sequence[str]) -> list[str]:
    names = list(map(str.strip, texts))
    lengths = list(map(len, names))
    if min(lengths) == 0 or max(lengths) > LONGEST_NAME:
        raise _NeedsACloserLook
    return names


def _name(text: str) -> str:
    return _names([text])[0]


def _wholes(texts: Sequence[str]) -> list[int]:
    """Whole numbers of 0 and more, of at most six digits."""
    together = "".join(texts)
    lengths = list(map(len, texts))
    if not (together.isdecimal() and together.isascii() and min(lengths) >= 1 and max(lengths) <= 6):
        raise _NeedsACloserLook
    return list(map(int, texts))


def _numbers(texts: Sequence[str], least: float, most: float) -> list[float]:
    if not _NUMBER_SIGNS.issuperset("".join(texts)):
        raise _NeedsACloserLook
    numbers = list(map(float, texts))
    if min(numbers) < least or max(numbers) > most:
        raise _NeedsACloserLook
    return numbers


def _radii(texts: Sequence[str]) -> list[float]:
    given = iter(_numbers([text for text in texts if text] or ["0"], 0, MOST))
    return [next(given) if text else math.inf for text in texts]


def _per_week(texts: Sequence[str] | None, count: int) -> list[int]:
    return [0] * count if texts is None else [per_week_of(text) or 0 for text in texts]


def _places(cells: Mapping[str, Sequence[str]], place: tuple[str, str]) -> dict[str, list[float]]:
    if place == GLOBE:
        points = map(Place.on_earth, _numbers(cells[place[0]], -90, 90), _numbers(cells[place[1]], -180, 180))
        return {axis: list(values) for axis, values in zip("xyz", zip(*points, strict=True), strict=False)}
    x, y = (_numbers(cells[name], -FAR_KM, FAR_KM) for name in place)
    return {"x": x, "y": y, "z": [0.0] * len(x)}


def need_rows(needs: Iterable[Need]) -> NeedRows:
    """The needs as columns; as they are when they already were."""
    if isinstance(needs, NeedRows):
        return needs
    return _gathered(needs, of_needs=True).needs()


def offer_rows(offers: Iterable[Offer]) -> OfferRows:
    """The offers as columns; as they are when they already were."""
    if isinstance(offers, OfferRows):
        return offers
    return _gathered(offers, of_needs=False).offers()


class PlacesMixed(ValueError):
    """Some places are on a flat map and others on the globe: no distance between them means anything."""


def _gathered(rows: Iterable[Need] | Iterable[Offer], *, of_needs: bool) -> Gathering:
    gathering = Gathering(of_needs=of_needs)
    for row in rows:
        gathering.add(row)
    if len(gathering.curved) > 1:
        raise PlacesMixed
    return gathering
