"""A need or an offer out of the texts of one row, or what is wrong with that row."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from wortel.matching.domain.asking import Need, Offer, Place, Stretch

MOST: Final = 1_000_000
"""Most a quantity, capacity, week or radius may be: beyond it someone mistyped."""
FAR_KM: Final = 100_000.0
_WHOLE = re.compile(r"[+-]?\d{1,9}(\.0+)?\Z", re.ASCII)
_SHARED = ("id", "kind", "themes", "area", "age_from", "age_to", "week_from", "week_to", "languages")
NEED_COLUMNS = (*_SHARED, "quantity", "weight")
OFFER_COLUMNS = (*_SHARED, "radius_km", "capacity")
FLAT, GLOBE = ("x_km", "y_km"), ("lat", "lon")
OPTIONAL = frozenset({"area", "weight", "moments"})
LONGEST_NAME: Final = 200


@dataclass(frozen=True, slots=True)
class RowFault:
    """What is wrong in a row: which column, what kind of fault (a key), and the text that stood there."""

    column: str
    key: str
    text: str = ""


class RowRefused(ValueError):
    """The row holds no need or offer; `fault` says the first thing that is wrong."""

    def __init__(self, column: str, key: str, text: str = "") -> None:
        super().__init__(f"{column}: {key}: {text}")
        self.fault = RowFault(column, key, text)


class ColumnsMissing(ValueError):
    """The header lacks these columns."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(", ".join(names))
        self.names = names


def place_columns(header: Iterable[str], needed: Iterable[str]) -> tuple[str, str]:
    """Which two columns hold the place. Raises `ColumnsMissing` when those or one of the needed ones are not there."""
    names = set(header)
    missing = tuple(name for name in needed if name not in names and name not in OPTIONAL)
    if missing:
        raise ColumnsMissing(missing)
    for pair in (FLAT, GLOBE):
        if names.issuperset(pair):
            return pair
    raise ColumnsMissing(FLAT)


def need_of(cells: Mapping[str, str], place: tuple[str, str]) -> Need:
    """The need in one row. Raises `RowRefused`."""
    return Need(
        *_wish(cells, place),
        quantity=_count(cells, "quantity"),
        weight=_weight(cells),
        moments=set_of(cells.get("moments", ""), "moments"),
        radius_km=_radius(cells) if cells.get("radius_km", "").strip() else None,
    )


def offer_of(cells: Mapping[str, str], place: tuple[str, str]) -> Offer:
    """The offer in one row. Raises `RowRefused`."""
    return Offer(
        *_wish(cells, place),
        radius_km=_radius(cells),
        capacity=_count(cells, "capacity"),
        moments=set_of(cells.get("moments", ""), "moments"),
        per_week=per_week_of(cells.get("per_week", "")),
    )


def points_of(cells: Mapping[str, str]) -> tuple[str, str, int]:
    """Need, offer and score in one row of a score table. Raises `RowRefused`."""
    return _name(cells, "need"), _name(cells, "offer"), _whole(cells, "score")


def per_week_of(text: str) -> int | None:
    """How much one week holds; `None` in an empty cell. Raises `RowRefused`."""
    if not text.strip():
        return None
    number = _whole({"per_week": text}, "per_week")
    if number < 1:
        raise RowRefused("per_week", "below_one", text)
    return number


_Wish = tuple[str, str, frozenset[str], Place, str, Stretch, Stretch, frozenset[str]]


def _wish(cells: Mapping[str, str], place: tuple[str, str]) -> _Wish:
    """What a need and an offer have in common, in the order of their fields."""
    return (
        _name(cells, "id"),
        _name(cells, "kind"),
        set_of(cells["themes"], "themes"),
        _place(cells, place),
        cells.get("area", "").strip(),
        _stretch(cells, "age_from", "age_to"),
        _stretch(cells, "week_from", "week_to"),
        set_of(cells["languages"], "languages"),
    )


def _name(cells: Mapping[str, str], column: str) -> str:
    text = cells[column].strip()
    if not text:
        raise RowRefused(column, "empty")
    if len(text) > LONGEST_NAME:
        raise RowRefused(column, "too_long", text[:40])
    return text


def set_of(text: str, column: str) -> frozenset[str]:
    """The words in a cell. Raises `RowRefused` when there are none and there must be."""
    found = frozenset(filter(None, map(str.strip, text.split("|"))))
    if not found and column not in OPTIONAL:
        raise RowRefused(column, "empty_list")
    return found


def _radius(cells: Mapping[str, str]) -> float:
    radius = _number(cells, "radius_km")
    if not 0 <= radius <= MOST:
        raise RowRefused("radius_km", "negative" if radius < 0 else "too_large", cells["radius_km"])
    return radius


def _place(cells: Mapping[str, str], columns: tuple[str, str]) -> Place:
    first, second = columns
    if not cells[first].strip() and not cells[second].strip():
        raise RowRefused(first, "no_place")
    numbers = _number(cells, first), _number(cells, second)
    bounds = (90.0, 180.0) if columns == GLOBE else (FAR_KM, FAR_KM)
    for column, number, bound in zip(columns, numbers, bounds, strict=True):
        if abs(number) > bound:
            raise RowRefused(column, "off_the_map", cells[column])
    return Place.on_earth(*numbers) if columns == GLOBE else Place(*numbers)


def _stretch(cells: Mapping[str, str], first: str, second: str) -> Stretch:
    found = Stretch(_whole(cells, first), _whole(cells, second))
    if found.start >= found.end:
        raise RowRefused(second, "reversed", f"{found.start} – {found.end}")
    return found


def _count(cells: Mapping[str, str], column: str) -> int:
    number = _whole(cells, column)
    if number < 0:
        raise RowRefused(column, "negative", cells[column])
    return number


def _weight(cells: Mapping[str, str]) -> int:
    if not cells.get("weight", "").strip():
        return 1000
    weight = _number(cells, "weight")
    if not 0 <= weight <= 1000:
        raise RowRefused("weight", "negative" if weight < 0 else "too_large", cells["weight"])
    return round(1000 * weight)


def _whole(cells: Mapping[str, str], column: str) -> int:
    text = cells[column].strip()
    if text.isdecimal() and text.isascii() and len(text) <= 6:
        return int(text)
    if not _WHOLE.match(text):
        raise RowRefused(column, "not_whole" if text else "empty", text)
    number = int(text.partition(".")[0])
    if abs(number) > MOST and column != "score":
        raise RowRefused(column, "too_large", text)
    return number


def _number(cells: Mapping[str, str], column: str) -> float:
    text = cells[column].strip()
    try:
        number = float(text)
    except ValueError as error:
        raise RowRefused(column, "not_a_number" if text else "empty", text) from error
    if not math.isfinite(number):
        raise RowRefused(column, "not_a_number", text)
    return number
