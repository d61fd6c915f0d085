"""Needs, offers and scores out of files; every fault of a row with its row and column, in Dutch."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from wortel.gateways.tabular import FileRefused, Limits, Place, Table, open_table
from wortel.matching.domain.asking import Need, Offer
from wortel.matching.domain.reading import (
    NEED_COLUMNS,
    OFFER_COLUMNS,
    ColumnsMissing,
    RowRefused,
    need_of,
    offer_of,
    place_columns,
    points_of,
)
from wortel.matching.public import say_fault

T = TypeVar("T")
LIMITS = Limits(max_bytes=2_000_000_000, max_rows=20_000_000, max_lines=20_000_001)
MOST_SHOWN, MOST_TOLD = 10, 100


class MatchingFileRefused(ValueError):
    """The file cannot be used; the message says in Dutch which, where and why, after the `faults` of its rows."""

    def __init__(self, sentence: str, faults: tuple[str, ...] = ()) -> None:
        super().__init__(sentence)
        self.faults = faults


def read_needs(path: Path, *, skip_bad_rows: bool) -> tuple[list[Need], list[str]]:
    """The needs in a file and the rows left out. Raises `MatchingFileRefused`."""
    return _read(path, NEED_COLUMNS, need_of, skip_bad_rows)


def read_offers(path: Path, *, skip_bad_rows: bool) -> tuple[list[Offer], list[str]]:
    """The offers in a file and the rows left out. Raises `MatchingFileRefused`."""
    return _read(path, OFFER_COLUMNS, offer_of, skip_bad_rows)


def read_points(path: Path) -> Iterator[tuple[int, str, str, int]]:
    """Row number, need, offer and score of every row. Raises `MatchingFileRefused` while it is read."""
    with _opened(path) as table:
        missing = {"need", "offer", "score"} - set(table.header)
        if missing:
            raise MatchingFileRefused(_no_columns(path, tuple(sorted(missing))))
        try:
            for row in table:
                try:
                    yield row.number, *points_of(row.cells)
                except RowRefused as refused:
                    raise MatchingFileRefused(_sentence(path, table, row.number, refused)) from refused
        except FileRefused as refused:
            raise MatchingFileRefused(f"{path.name}: {refused.sentence}") from refused


def _read(
    path: Path, columns: tuple[str, ...], make: Callable[[Mapping[str, str], tuple[str, str]], T], skip_bad_rows: bool
) -> tuple[list[T], list[str]]:
    found: list[T] = []
    faults: list[str] = []
    row_of: dict[str, int] = {}
    with _opened(path) as table:
        try:
            place = place_columns(table.header, columns)
            for row in table:  # one pass: a million rows do not wait in memory as text
                name = row.cells["id"].strip()
                first = row_of.setdefault(name, row.number) if name else row.number
                if row.problems:
                    faults.append(f"{path.name}: {row.problems[0].sentence}")
                elif first != row.number:
                    where = _where(table, row.number, "id")
                    faults.append(f"{path.name}, {where}: '{name}' staat ook al op rij {first}. Geef een eigen id.")
                else:
                    try:
                        found.append(make(row.cells, place))
                    except RowRefused as refused:
                        faults.append(_sentence(path, table, row.number, refused))
        except ColumnsMissing as missing:
            raise MatchingFileRefused(_no_columns(path, missing.names)) from missing
        except FileRefused as refused:
            raise MatchingFileRefused(f"{path.name}: {refused.sentence}") from refused
    return found, _told(path, faults, skip_bad_rows=skip_bad_rows)


def _told(path: Path, faults: list[str], *, skip_bad_rows: bool) -> list[str]:
    """What to say of the rows that were left out. Raises `MatchingFileRefused` when they may not be."""
    if faults and not skip_bad_rows:
        counted = "1 rij heeft een fout" if len(faults) == 1 else f"{len(faults)} rijen hebben een fout"
        raise MatchingFileRefused(
            f"{path.name}: {counted}. Verbeter dit, of sla rijen met een fout over met --skip-bad-rows.",
            tuple(faults[:MOST_SHOWN]),
        )
    more = len(faults) - MOST_TOLD
    last = [f"{path.name}: nog {more} andere rijen met een fout zijn weggelaten."] if more > 0 else []
    return [*faults[:MOST_TOLD], *last]


def _opened(path: Path) -> Table:
    try:
        return open_table(path, limits=LIMITS)
    except FileRefused as refused:
        raise MatchingFileRefused(f"{path.name}: {refused.sentence}") from refused


def _no_columns(path: Path, names: tuple[str, ...]) -> str:
    which, verb = ("kolommen", "ontbreken") if len(names) > 1 else ("kolom", "ontbreekt")
    return f"{path.name}: {which} {', '.join(names)} {verb} in de eerste rij."


def _sentence(path: Path, table: Table, number: int, refused: RowRefused) -> str:
    return f"{path.name}, {_where(table, number, refused.fault.column)} {say_fault(refused.fault)}"


def _where(table: Table, number: int, column: str) -> str:
    return str(Place(row=number, column=table.header.index(column) + 1, name=column))
