"""docs/permissions.md as data: which person may do what, row by row."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "permissions.md"
CELLS = ("ja", "aanmelden", "nee", "verborgen", "tweede stap")
FIXED = ("Wat", "Adres", "Wijze")


@dataclass(frozen=True, slots=True)
class Row:
    """One action: an address by its name (or its path, in the API) with a method, and a cell per person."""

    what: str
    name: str
    method: str
    cells: dict[str, str]

    @property
    def key(self) -> tuple[str, str]:
        """What no two rows share."""
        return self.name, self.method

    @property
    def route(self) -> tuple[str, str]:
        """The address it speaks of; `name#variant` is the same address about another thing."""
        return self.name.partition("#")[0], self.method

    def __str__(self) -> str:
        return f"{self.method} {self.name}"


def read_table(text: str) -> list[Row]:
    """Every row of every table in the document whose head begins with Wat, Adres, Wijze."""
    rows: list[Row] = []
    people: list[str] = []
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")] if line.startswith("|") else []
        if tuple(cells[:3]) == FIXED:
            people = cells[3:]
        elif not cells:
            people = []
        elif people and not re.fullmatch(r":?-+:?", cells[0]):
            assert len(cells) == len(people) + 3, f"this row has another number of cells: {line}"
            rows.append(Row(cells[0], cells[1].strip("`"), cells[2], dict(zip(people, cells[3:], strict=True))))
    return rows


def rows() -> list[Row]:
    """The rows of the document as it is."""
    return read_table(DOCUMENT.read_text(encoding="utf-8"))
