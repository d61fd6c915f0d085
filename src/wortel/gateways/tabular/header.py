"""The column names of a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wortel.gateways.tabular.limits import Limits
from wortel.gateways.tabular.refusal import FileRefused, Place, letters
from wortel.kernel.text import TextRefused, clean_text


@dataclass(frozen=True, slots=True)
class Header:
    """The row the names stand on, the named columns with their place from 0, the nameless ones, and the width."""

    row: int
    places: tuple[tuple[str, int], ...]
    unnamed: tuple[int, ...]
    width: int

    @property
    def names(self) -> tuple[str, ...]:
        """The column names, in the order of the file."""
        return tuple(name for name, _ in self.places)


def read_header(row: int, cells: Sequence[str], limits: Limits) -> Header:
    """The header in these cells; empty cells at the end fall off, other nameless columns are kept apart.

    Raises `FileRefused`: no name at all, a name that is too long or unwritable, too many columns, or two columns
    with one name (capitals do not make a difference).
    """
    width = len(cells)
    while width and not cells[width - 1].strip():
        width -= 1
    if width > limits.max_columns:
        raise FileRefused("too_many_columns", Place(row=row), limit=limits.max_columns)
    names = [_name(row, place, cell, limits) for place, cell in enumerate(cells[:width])]
    while names and not names[-1]:
        names.pop()
    if not names:
        raise FileRefused("no_column_names", Place(row=row))
    _refuse_duplicates(row, names)
    return Header(
        row=row,
        places=tuple((name, place) for place, name in enumerate(names) if name),
        unnamed=tuple(place for place, name in enumerate(names) if not name),
        width=len(names),
    )


def _name(row: int, place: int, cell: str, limits: Limits) -> str:
    if len(cell) > limits.max_cell:
        raise FileRefused("cell_too_long", Place(row, place + 1), limit=limits.max_cell)
    try:
        return clean_text(cell, limit=limits.max_cell * 4)
    except TextRefused as error:
        raise FileRefused("bad_column_name", Place(row, place + 1)) from error


def _refuse_duplicates(row: int, names: Sequence[str]) -> None:
    seen: dict[str, int] = {}
    for place, name in enumerate(names, start=1):
        if not name:
            continue
        first = seen.setdefault(name.casefold(), place)
        if first != place:
            raise FileRefused(
                "duplicate_column", Place(row=row), first=letters(first), second=letters(place), name=name
            )
