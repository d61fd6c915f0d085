"""Counting by facets from one list of cells. Pure.

Each facet counts what the other facets let through ("drill sideways"): a visitor sees what a choice would give before
making it. A cell that two facets refuse counts nowhere. Values are read per distinct column value, not per cell: a
directory of 50,000 actors has some thousands of cells, but only some dozens of values in each column.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from wortel.actors.domain.kinds import four_o_of
from wortel.actors.queries.asked import NO, UNKNOWN, YES

COLUMNS = ("sector", "kind", "province", "region", "is_claimed", "is_fictional", "status", "sources")
Row = tuple[Any, ...]
"""The columns of a cell in the order of `COLUMNS`, then how many actors share it."""
Values = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a facet: how many actors choosing it would show, and whether it is chosen now."""

    value: str
    n: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Counted:
    """How many actors pass every choice, and the options of each facet, most first."""

    total: int
    options: Mapping[str, tuple[Option, ...]]


def split_sources(sources: str) -> Values:
    """The keys in a column `|a|b|`."""
    return tuple(sources.strip("|").split("|")) if sources else ()


def _plain(raw: str) -> Values:
    return (raw or UNKNOWN,)


def _yes_or_no(raw: object) -> Values:
    return (YES if raw else NO,)


def _four_o(raw: str) -> Values:
    return (four_o_of(raw) or UNKNOWN,)


def _sources(raw: str) -> Values:
    return split_sources(raw) or (UNKNOWN,)


_READ: Mapping[str, tuple[str, Callable[[Any], Values]]] = {
    "sector": ("sector", _plain),
    "four_o": ("sector", _four_o),
    "kind": ("kind", _plain),
    "region": ("region", _plain),
    "province": ("province", _plain),
    "source": ("sources", _sources),
    "claimed": ("is_claimed", _yes_or_no),
    "status": ("status", _plain),
    "fictional": ("is_fictional", _yes_or_no),
}


def count(rows: Iterable[Row], chosen: Mapping[str, frozenset[str]]) -> Counted:
    """The total and the options of every facet; an option that would show nothing is left out unless it is chosen."""
    sifted, total = _sift(list(rows), chosen)
    options = {}
    for facet, (column, read) in _READ.items():
        tally: dict[str, int] = defaultdict(int)
        for raw, n in _by_column(sifted[facet], COLUMNS.index(column)).items():
            for value in read(raw):
                tally[value] += n
        options[facet] = _options(tally, chosen.get(facet, frozenset()))
    return Counted(total, options)


def _sift(rows: list[Row], chosen: Mapping[str, frozenset[str]]) -> tuple[dict[str, list[Row]], int]:
    """Per facet the rows it counts: those nothing refuses, and those only the facet itself refuses."""
    passed = rows
    refused_by_one: dict[str, list[Row]] = {}
    for facet, values in chosen.items():
        if not values:
            continue
        column, read = _READ[facet]
        place = COLUMNS.index(column)
        good = {raw for raw in {row[place] for row in rows} if not values.isdisjoint(read(raw))}
        refused_by_one = {other: [row for row in left if row[place] in good] for other, left in refused_by_one.items()}
        refused_by_one[facet] = [row for row in passed if row[place] not in good]
        passed = [row for row in passed if row[place] in good]
    sifted = {facet: passed + refused_by_one.get(facet, []) for facet in _READ}
    return sifted, sum(row[-1] for row in passed)


def _by_column(rows: list[Row], place: int) -> dict[Any, int]:
    tally: dict[Any, int] = defaultdict(int)
    for row in rows:
        tally[row[place]] += row[-1]
    return tally


def _options(tally: Mapping[str, int], chosen: frozenset[str]) -> tuple[Option, ...]:
    numbers = {**dict.fromkeys(chosen, 0), **tally}
    ordered = sorted(numbers.items(), key=lambda pair: (pair[0] == UNKNOWN, -pair[1], pair[0]))
    return tuple(Option(value, n, value in chosen) for value, n in ordered)
