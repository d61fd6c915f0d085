"""What an import did, or would do: counts, and row by row what changed, what was mended and what was refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

SHOWN = 1000
"""Rows of each sort an outcome tells one by one; all of them are counted, and every repair stays with its record."""


@dataclass(frozen=True, slots=True)
class RowRemark:
    """One thing to tell about one cell: the row as a person sees it, the column, the sentence."""

    row: int
    column: str
    sentence: str


@dataclass(frozen=True, slots=True)
class RowChange:
    """One record that is new, changed or gone; `before` and `after` hold only the columns that differ."""

    sort: str
    row: int
    key: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]


@dataclass(slots=True)
class Outcome:
    """The whole story of one import, grown while it runs."""

    rows: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    dropped: int = 0
    refused: int = 0
    repaired: int = 0
    standing_before: int = 0
    repair_counts: dict[str, int] = field(default_factory=dict)
    refusals: list[RowRemark] = field(default_factory=list)
    repairs: list[RowRemark] = field(default_factory=list)
    changes: list[RowChange] = field(default_factory=list)
    mapping: dict[str, str] = field(default_factory=dict)
    unread_columns: tuple[str, ...] = ()
    guessed_fields: tuple[str, ...] = ()
    notes: list[str] = field(default_factory=list)
    import_id: int | None = None
    applied: bool = False

    @property
    def counts(self) -> dict[str, int]:
        """The numbers alone."""
        names = ("rows", "added", "changed", "unchanged", "dropped", "refused", "repaired")
        return {name: getattr(self, name) for name in names}

    @property
    def changes_nothing(self) -> bool:
        """Whether every record stands as it stood."""
        return not (self.added or self.changed or self.dropped)

    def remark(self, remarks: list[RowRemark], row: int, column: str, sentence: str) -> None:
        """Adds a remark as long as there is room to show it."""
        if len(remarks) < SHOWN:
            remarks.append(RowRemark(row, column, sentence))
