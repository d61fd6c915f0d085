"""Triggers in the database that refuse to change or delete what is on the trail, whatever program asks.

Adding goes on, and details may be deleted: they may be forgotten. Only what fills or empties a whole database lifts
them for a moment: a restore, and the test suite.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection


@dataclass(frozen=True, slots=True)
class Guard:
    """One thing refused: an event on a table, always or `only_when`; what it says is for whoever looks in the log."""

    table: str
    event: str
    says: str
    only_when: str = ""

    @property
    def name(self) -> str:
        """Of the trigger."""
        return f"{self.table}_no_{self.event.lower()}"


GUARDS = (
    Guard("trail_entry", "UPDATE", "an entry of the trail is never changed"),
    Guard("trail_entry", "DELETE", "an entry of the trail is never deleted"),
    Guard("trail_details", "UPDATE", "details of the trail may be forgotten, never changed"),
    Guard("trail_head", "DELETE", "the head of the trail is never deleted"),
    Guard("trail_head", "UPDATE", "the head of the trail only moves to the next entry", "NEW.number <> OLD.number + 1"),
)
# Emptying a table is an event of its own on PostgreSQL; SQLite knows DELETE only.
TRUNCATIONS = (
    Guard("trail_entry", "TRUNCATE", "the trail is never emptied"),
    Guard("trail_head", "TRUNCATE", "the head of the trail is never deleted"),
)


def guard() -> None:
    """Sets every guard, also those that stand already."""
    unguard()
    with connection.cursor() as cursor:
        for each in _guards():
            for statement in _postgresql(each) if _is_postgresql() else _sqlite(each):
                cursor.execute(statement)


def unguard() -> None:
    """Lifts every guard."""
    with connection.cursor() as cursor:
        if _is_postgresql():  # a trigger cannot go while rows of its table still wait to be checked
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for each in _guards():
            cursor.execute(f"DROP TRIGGER IF EXISTS {each.name}" + (f" ON {each.table}" if _is_postgresql() else ""))


@contextmanager
def unguarded() -> Iterator[None]:
    """Without guards for as long as this lasts; in one transaction, they never seem away to anyone else."""
    unguard()
    yield
    guard()


def missing_guards() -> list[str]:
    """Names of the guards that do not stand, or stand but are switched off."""
    with connection.cursor() as cursor:
        if _is_postgresql():
            cursor.execute("SELECT tgname FROM pg_trigger WHERE tgenabled <> 'D'")
        else:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        standing = {name for (name,) in cursor.fetchall()}
    return [each.name for each in _guards() if each.name not in standing]


def _is_postgresql() -> bool:
    return connection.vendor == "postgresql"


def _guards() -> tuple[Guard, ...]:
    return (*GUARDS, *TRUNCATIONS) if _is_postgresql() else GUARDS


def _sqlite(each: Guard) -> Iterator[str]:
    when = f"WHEN {each.only_when} " if each.only_when else ""
    yield (
        f"CREATE TRIGGER {each.name} BEFORE {each.event} ON {each.table} {when}"
        f"BEGIN SELECT RAISE(ABORT, '{each.says}'); END"
    )


def _postgresql(each: Guard) -> Iterator[str]:
    when = f"WHEN ({each.only_when}) " if each.only_when else ""
    rows = "STATEMENT" if each.event == "TRUNCATE" else "ROW"
    yield (
        "CREATE OR REPLACE FUNCTION trail_refuses() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION USING MESSAGE = TG_ARGV[0], ERRCODE = 'restrict_violation'; END $$"
    )
    yield (
        f"CREATE TRIGGER {each.name} BEFORE {each.event} ON {each.table} FOR EACH {rows} {when}"
        f"EXECUTE FUNCTION trail_refuses('{each.says}')"
    )
