"""What is wrong with a file or a row, and where, for a person who has the file open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wortel.gateways.tabular.sentences import NOTES, REFUSALS, ROW_PROBLEMS

Value = str | int


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file, counted from 1 as a spreadsheet shows it; `None` where it does not apply.

    `row` counts table rows (a cell with line breaks stays one row), `line` counts lines of a text file.
    """

    row: int | None = None
    column: int | None = None
    line: int | None = None
    name: str = ""

    def __str__(self) -> str:
        """In Dutch, such as "rij 5, kolom C (naam)"; empty when the place is the whole file."""
        parts = []
        if self.row is not None:
            parts.append(f"rij {self.row}")
        if self.line is not None:
            parts.append(f"regel {self.line}")
        if self.column is not None:
            parts.append(f"kolom {letters(self.column)}" + (f" ({shown(self.name)})" if self.name else ""))
        return ", ".join(parts)


WHOLE_FILE = Place()


class FileRefused(ValueError):
    """The file cannot be read as a table. `sentence` says in Dutch what, where and what to do about it."""

    def __init__(self, problem_key: str, where: Place = WHOLE_FILE, **values: Value) -> None:
        self.problem_key = problem_key
        self.where = where
        self.values: Mapping[str, Value] = values
        self.sentence = _sentence(REFUSALS[problem_key], where, values)
        super().__init__(self.sentence)

    def __reduce__(self) -> tuple[object, ...]:
        return _refused_again, (self.problem_key, self.where, dict(self.values))


def _refused_again(problem_key: str, where: Place, values: dict[str, Value]) -> FileRefused:
    return FileRefused(problem_key, where, **values)


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Something wrong with one row; the rest of the file can still be read."""

    problem_key: str
    where: Place
    sentence: str

    @classmethod
    def of(cls, problem_key: str, where: Place, **values: Value) -> RowProblem:
        """The problem with its Dutch sentence."""
        return cls(problem_key, where, _sentence(ROW_PROBLEMS[problem_key], where, values))


@dataclass(frozen=True, slots=True)
class Note:
    """A choice or repair made while reading, which lost nothing; `sentence` tells it in Dutch."""

    key: str
    sentence: str

    @classmethod
    def of(cls, key: str, **values: Value) -> Note:
        """The note with its Dutch sentence."""
        return cls(key, _sentence(NOTES[key], WHOLE_FILE, values))


def letters(column: int) -> str:
    """The letters of a column counted from 1: 1 is A, 27 is AA."""
    name = ""
    while column > 0:
        column, place = divmod(column - 1, 26)
        name = chr(ord("A") + place) + name
    return name


def shown(text: str, limit: int = 40) -> str:
    """The text on one line without characters that upset a screen, cut at `limit` characters."""
    plain = "".join(character if character.isprintable() else " " for character in text[: limit + 1])
    return plain if len(plain) <= limit else plain[: limit - 1] + "…"


def _sentence(template: str, where: Place, values: Mapping[str, Value]) -> str:
    shown_values = {
        name: shown(value, 120) if isinstance(value, str) else f"{value:,}".replace(",", " ")
        for name, value in values.items()
    }
    text = template.format(where=where, **shown_values)
    return text[:1].upper() + text[1:]
