"""A statement that stands, with who made it; and which of several is believed first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from wortel.actors.domain.statement import ActorStatement


@dataclass(frozen=True, slots=True)
class StandingStatement:
    """One standing record: the number of its row in the database, its source and key, and what it says.

    `is_own`: the institution says it itself.
    """

    record_id: int
    source: str
    key: str
    statement: ActorStatement
    stated_on: str = ""
    is_own: bool = False
    is_fictional: bool = False


def ranked(statements: Iterable[StandingStatement]) -> tuple[StandingStatement, ...]:
    """In order of trust: own statements, then the newest date, then the name of the source and its key.

    A statement without a date comes after every dated one; the last two only make the order the same each time.
    """
    return tuple(sorted(statements, key=_order))


def _order(said: StandingStatement) -> tuple[bool, int, str, str]:
    return not said.is_own, -(said.statement.stated_until or date.min).toordinal(), said.source, said.key
