"""A copy of a SQLite database while it is in use, and a new file in the place of an old one."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from django.db import DatabaseError, connection

from wortel.site.backup_manifest import BackupRefused, Facts, gather

IN_USE = "De databank is in gebruik. Stop eerst `wortel serve` en `wortel work`, en probeer opnieuw."


def copy(database: Path, into: Path) -> None:
    """The database as it is at one instant, in one file; writers go on meanwhile. Raises `BackupRefused`.

    SQLite's own backup, in one step: it reads one snapshot of the write-ahead log.
    """
    if not database.is_file():
        raise BackupRefused(f"Er is nog geen databank ({database}). Doe eerst: wortel setup")
    address = f"file:{_quoted(database)}?mode=ro"
    with closing(sqlite3.connect(address, uri=True, timeout=20)) as source, closing(sqlite3.connect(into)) as target:
        source.backup(target, pages=-1)
        target.execute("PRAGMA journal_mode=DELETE")


def prove(file: Path) -> Facts:
    """Counts what is in a database file. Raises `BackupRefused` when it is damaged.

    Asked through Django, whose functions the constraints of our tables call.
    """
    try:
        with pointed_at(file):
            if _ask("PRAGMA integrity_check(5)") != [("ok",)] or _ask("PRAGMA foreign_key_check"):
                raise BackupRefused("De databank in de backup is beschadigd (integrity_check). Er is niets gewijzigd.")
            facts = gather(_ask, connection.introspection.table_names())
        _settle(file)
    except DatabaseError as error:
        raise BackupRefused("De databank in de backup is beschadigd. Er is niets gewijzigd.") from error
    return facts


@contextmanager
def pointed_at(file: Path) -> Iterator[None]:
    """Lets everything that asks the database ask this file instead. For commands: one thread, one connection."""
    connection.close()
    there = connection.settings_dict["NAME"]
    connection.settings_dict["NAME"] = str(file)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = there


def _ask(sql: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())


def is_empty(database: Path) -> bool:
    """Whether there is no database here, or one without any table."""
    if not database.exists() or not database.stat().st_size:
        return True
    with closing(sqlite3.connect(f"file:{_quoted(database)}?mode=ro", uri=True)) as held:
        return not held.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' LIMIT 1").fetchone()


@contextmanager
def place_beside(database: Path) -> Iterator[Path]:
    """A file to build the new database in, one program at a time; gone afterwards unless it took the place.

    Raises `BackupRefused`. What a killed program left here is cleared first.
    """
    beside = database.with_name(database.name + ".restoring")
    folder = os.open(database.parent, os.O_RDONLY)
    try:
        _lock(folder)
        try:
            _forget(beside)
            os.close(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            yield beside
        finally:
            _forget(beside)
    finally:
        os.close(folder)


def switch(new: Path, database: Path) -> None:
    """Puts the new file in the place of the database, whole or not at all. Raises `BackupRefused`: in use."""
    _settle(new)
    if database.exists():
        _settle(database)
    _on_disk(new)
    new.replace(database)
    _on_disk(database.parent)


def _settle(database: Path) -> None:
    """Brings everything into the one file, without a log beside it; only works when nobody else has it open."""
    try:
        with closing(sqlite3.connect(database, timeout=5)) as held:
            if held.execute("PRAGMA journal_mode=DELETE").fetchone()[0] != "delete":
                raise BackupRefused(IN_USE)
    except sqlite3.DatabaseError as error:
        raise BackupRefused(IN_USE) from error


def _on_disk(path: Path) -> None:
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _forget(file: Path) -> None:
    for name in (file.name, file.name + "-wal", file.name + "-shm", file.name + "-journal"):
        with suppress(OSError):
            file.with_name(name).unlink(missing_ok=True)


def _lock(opened: int) -> None:
    try:
        import fcntl  # noqa: PLC0415  (not on Windows)
    except ImportError:
        return
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise BackupRefused("Er loopt al een restore in deze map. Wacht tot die klaar is.") from error


def _quoted(path: Path) -> str:
    return str(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
