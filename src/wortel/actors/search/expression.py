"""What is looked for, as a value: every clause must hold, by one of its alternatives. Pure.

Words hold letters and digits only (see `words`), so writing an expression out can never break a query language.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Atom:
    """One word to find, or the beginning of one."""

    word: str
    beginning: bool = False


Alternative = tuple[Atom, ...]  # all of these
Clause = tuple[Alternative, ...]  # one of these
Expression = tuple[Clause, ...]  # all of these


def for_sqlite(expression: Expression) -> str:
    """The expression in the query language of FTS5 (https://sqlite.org/fts5.html, section 3)."""
    return _written(expression, " AND ", " OR ", lambda atom: f'"{atom.word}"{"*" if atom.beginning else ""}')


def for_postgresql(expression: Expression) -> str:
    """The expression as a tsquery (PostgreSQL manual, section 8.11.2)."""
    return _written(expression, " & ", " | ", lambda atom: f"'{atom.word}'{':*' if atom.beginning else ''}")


def _written(expression: Expression, both: str, either: str, write: Callable[[Atom], str]) -> str:
    clauses = (
        either.join("(" + both.join(write(atom) for atom in alternative) + ")" for alternative in clause)
        for clause in expression
    )
    return both.join(f"({clause})" for clause in clauses)
