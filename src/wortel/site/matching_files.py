"""Needs, offers and scores out of files; every fault of a row with its row and column, in Dutch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from wortel.gateways.tabular import Block, FileRefused, Limits, Place, Row, Table, open_table
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
from wortel.matching.public import Gathering, NeedRows, OfferRows, say_fault

Make = Callable[[Mapping[str, str], tuple[str, str]], Need | Offer]
LIMITS = Limits(max_bytes=2_000_000_000, max_rows=20_000_000, max_lines=20_000_001)
MOST_SHOWN, MOST_TOLD = 10, 100
OWN_ID = "Geef een eigen id."


class MatchingFileRefused(ValueError):
    """The file cannot be used; the message says in Dutch which, where and why, after the `faults` of its rows."""

    def __init__(self, sentence: str, faults: tuple[str, ...] = ()) -> None:
        super().__init__(sentence)
        self.faults = faults


def read_needs(path: Path, *, skip_bad_rows: bool) -> tuple[NeedRows, list[str]]:
    """The needs in a file and the rows left out. Raises `MatchingFileRefused`."""
    gathering = Gathering(of_needs=True)
    left_out = _read(path, NEED_COLUMNS, gathering, need_of, skip_bad_rows)
    return gathering.needs(), left_out


def read_offers(path: Path, *, skip_bad_rows: bool) -> tuple[OfferRows, list[str]]:
    """The offers in a file and the rows left out. Raises `MatchingFileRefused`."""
    gathering = Gathering(of_needs=False)
    left_out = _read(path, OFFER_COLUMNS, gathering, offer_of, skip_bad_rows)
    return gathering.offers(), left_out


def read_points(path: Path) -> Iterator[tuple[int, str, str, int]]:
    """Row number, need, offer and score of every row. Raises `MatchingFileRefused` while it is read."""
    with opened(path) as table:
        refuse_missing(path, table, ("need", "offer", "score"))
        try:
            for row in table:
                try:
                    yield row.number, *points_of(row.cells)
                except RowRefused as refused:
                    raise MatchingFileRefused(_sentence(path, table, row.number, refused)) from refused
        except FileRefused as refused:
            raise MatchingFileRefused(f"{path.name}: {refused.sentence}") from refused


def _read(path: Path, columns: tuple[str, ...], gathering: Gathering, make: Make, skip_bad_rows: bool) -> list[str]:
    """Fills the gathering and gives what to say of the rows that were left out."""
    with opened(path) as table:
        try:
            reading = _Reading(path, table, gathering, make, place_columns(table.header, columns))
            for block in table.blocks():  # one pass: a million rows do not wait in memory as text
                if isinstance(block, Row):
                    reading.look_closer([block])
                elif not reading.took(block):
                    reading.look_closer(block.rows())
        except ColumnsMissing as missing:
            raise MatchingFileRefused(_no_columns(path, missing.names)) from missing
        except FileRefused as refused:
            raise MatchingFileRefused(f"{path.name}: {refused.sentence}") from refused
    return _told(path, reading.faults, skip_bad_rows=skip_bad_rows)


class _Reading:
    """What was read so far: the rows, their ids, and the faults."""

    def __init__(self, path: Path, table: Table, gathering: Gathering, make: Make, place: tuple[str, str]) -> None:
        self._path, self._table, self._gathering, self._make, self._place = path, table, gathering, make, place
        self._row_of: dict[str, int] = {}
        self.faults: list[str] = []

    def took(self, block: Block) -> bool:
        """Takes a whole block when every row of it is a need or an offer with an id of its own."""
        names = list(map(str.strip, block.cells["id"]))
        if len(set(names)) < len(names) or not self._row_of.keys().isdisjoint(names):
            return False
        if not self._gathering.take(block.cells, self._place):
            return False
        self._row_of.update(zip(names, block.numbers, strict=True))
        return True

    def look_closer(self, rows: Iterable[Row]) -> None:
        """Takes the rows that are right, one by one, and says what is wrong with the others."""
        for row in rows:
            name = row.cells["id"].strip()
            first = self._row_of.setdefault(name, row.number) if name else row.number
            if row.problems:
                self.faults.append(f"{self._path.name}: {row.problems[0].sentence}")
            elif first != row.number:
                where = _where(self._table, row.number, "id")
                self.faults.append(f"{self._path.name}, {where}: '{name}' staat ook al op rij {first}. {OWN_ID}")
            else:
                try:
                    self._gathering.add(self._make(row.cells, self._place))
                except RowRefused as refused:
                    self.faults.append(_sentence(self._path, self._table, row.number, refused))


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


def opened(path: Path) -> Table:
    """The file as a table. Raises `MatchingFileRefused`."""
    try:
        return open_table(path, limits=LIMITS)
    except FileRefused as refused:
        raise MatchingFileRefused(f"{path.name}: {refused.sentence}") from refused


def refuse_missing(path: Path, table: Table, names: tuple[str, ...]) -> None:
    """Raises `MatchingFileRefused` when the header lacks one of these columns."""
    missing = set(names) - set(table.header)
    if missing:
        raise MatchingFileRefused(_no_columns(path, tuple(sorted(missing))))


def _no_columns(path: Path, names: tuple[str, ...]) -> str:
    which, verb = ("kolommen", "ontbreken") if len(names) > 1 else ("kolom", "ontbreekt")
    return f"{path.name}: {which} {', '.join(names)} {verb} in de eerste rij."


def _sentence(path: Path, table: Table, number: int, refused: RowRefused) -> str:
    return f"{path.name}, {_where(table, number, refused.fault.column)} {say_fault(refused.fault)}"


def _where(table: Table, number: int, column: str) -> str:
    return str(Place(row=number, column=table.header.index(column) + 1, name=column))
