"""What a room must offer to take in records of its own kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from wortel.intake.domain.fields import Field
from wortel.intake.domain.statement import Statement
from wortel.intake.models import Record
from wortel.kernel.reason import Reason


class RowProblemLike(Protocol):
    """Something a reader found wrong with one row."""

    @property
    def sentence(self) -> str: ...


class RowLike(Protocol):
    """One row of an open file: the number a person sees, the cells by column name, what is wrong with its shape."""

    @property
    def number(self) -> int: ...
    @property
    def cells(self) -> Mapping[str, str]: ...
    @property
    def problems(self) -> Sequence[RowProblemLike]: ...


class TableLike(Iterable[RowLike], Protocol):
    """An open file, read once from top to bottom."""

    @property
    def header(self) -> Sequence[str]: ...
    @property
    def notes(self) -> Sequence[RowProblemLike]: ...


OpenTable = Callable[[], AbstractContextManager[TableLike]]
"""Opens the same file anew, each time it is called."""


class Adapter(Protocol):
    """One kind of record. An adapter lives for one import and may keep state between batches."""

    kind: str
    fields: Sequence[Field]

    def read(self, cells: Mapping[str, str]) -> Statement:
        """What a row says; `cells` maps field names to text as in the file. Raises `RowRefused`."""

    def assign(self, records: Sequence[Record], at: datetime) -> None:
        """Sets `subject` on new, unsaved records that have none yet: which thing of ours they speak about."""

    def project(self, subjects: Sequence[str], at: datetime) -> None:
        """Composes anew what is shown of these subjects, from the records that now stand about them."""

    def finish(self, at: datetime) -> None:
        """Last step of the same transaction, after all batches."""

    def say(self, reason: Reason) -> str:
        """The reason in the language of the day."""
