"""Many needs or offers as columns of numbers and codes; the object of a row is only made when someone asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from operator import eq
from typing import Any, Self, overload

import numpy as np
from numpy.typing import NDArray

from wortel.matching.domain.asking import Need, Offer, Place, Stretch

WORDS = ("kind", "area")
SETS = ("themes", "languages", "moments")


class DuplicateId(ValueError):
    """Two needs, or two offers, carry one name."""


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """A column of which many rows are equal: per row the place of its value."""

    codes: NDArray[np.int32]
    values: list[Any]


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """The columns of needs, or of offers. `radius` is infinite where a need names none, `per_week` 0 where an offer
    names none.
    """

    ids: list[str]
    coded: dict[str, Coded]
    numbers: dict[str, NDArray[Any]]
    is_curved: bool | None
    """Whether the places are on the globe; `None` when there are none."""

    def __len__(self) -> int:
        return len(self.ids)

    def by_id(self) -> Self:
        """The same rows in order of their ids. Raises `DuplicateId`."""
        if all(map(str.__lt__, self.ids, islice(self.ids, 1, None))):
            return self
        order = sorted(range(len(self.ids)), key=self.ids.__getitem__)
        ids = [self.ids[row] for row in order]
        again = next((name for name, other in zip(ids, islice(ids, 1, None), strict=False) if eq(name, other)), None)
        if again is not None:
            raise DuplicateId(again)
        return self.taken(np.array(order, dtype=np.int64), ids)

    def taken(self, order: NDArray[np.int64], ids: list[str] | None = None) -> Self:
        """The rows at these places, in this order."""
        return type(self)(
            [self.ids[row] for row in order.tolist()] if ids is None else ids,
            {name: Coded(column.codes[order], column.values) for name, column in self.coded.items()},
            {name: column[order] for name, column in self.numbers.items()},
            self.is_curved,
        )

    def value(self, name: str, row: int) -> Any:
        """What stands in a coded column."""
        column = self.coded[name]
        return column.values[column.codes[row]]

    def counts(self, name: str) -> list[int]:
        """How many rows hold each value of a coded column."""
        column = self.coded[name]
        counted: list[int] = np.bincount(column.codes, minlength=len(column.values)).tolist()
        return counted

    def shared(self, row: int) -> dict[str, Any]:
        """The fields that a need and an offer have in common."""
        number = {name: column[row].item() for name, column in self.numbers.items()}
        return {
            "id": self.ids[row],
            **{name: self.value(name, row) for name in (*WORDS, *SETS)},
            "place": Place(number["x"], number["y"], number["z"], bool(self.is_curved)),
            "ages": Stretch(number["age_from"], number["age_to"]),
            "weeks": Stretch(number["week_from"], number["week_to"]),
        }


class NeedRows(Rows, Sequence[Need]):
    """Needs by row number."""

    __slots__ = ()

    @overload
    def __getitem__(self, row: int) -> Need: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[Need]: ...
    def __getitem__(self, row: int | slice) -> Need | Sequence[Need]:
        if isinstance(row, slice):
            return [self[nth] for nth in range(*row.indices(len(self)))]
        if not -len(self) <= row < len(self):
            raise IndexError(row)
        radius = self.numbers["radius"][row].item()
        return Need(
            **self.shared(row),
            quantity=self.numbers["units"][row].item(),
            weight=self.numbers["weight"][row].item(),
            radius_km=None if radius == float("inf") else radius,
        )


class OfferRows(Rows, Sequence[Offer]):
    """Offers by row number."""

    __slots__ = ()

    @overload
    def __getitem__(self, row: int) -> Offer: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[Offer]: ...
    def __getitem__(self, row: int | slice) -> Offer | Sequence[Offer]:
        if isinstance(row, slice):
            return [self[nth] for nth in range(*row.indices(len(self)))]
        if not -len(self) <= row < len(self):
            raise IndexError(row)
        return Offer(
            **self.shared(row),
            radius_km=self.numbers["radius"][row].item(),
            capacity=self.numbers["units"][row].item(),
            per_week=self.numbers["per_week"][row].item() or None,
        )
