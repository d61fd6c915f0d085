"""A copy of a PostgreSQL database by `pg_dump`, and back into an empty one by `pg_restore`."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from django.db import connection, transaction

from wortel.site.backup_manifest import BackupRefused, Facts, gather

TOOLS = "{name} staat niet op deze machine. Installeer de hulpmiddelen van PostgreSQL (Debian: postgresql-client)."


def copy(into: Path) -> Facts:
    """Writes `pg_dump`'s own form, and counts what is in it, both of one snapshot. Raises `BackupRefused`."""
    program = _tool("pg_dump")
    connection.ensure_connection()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        cursor.execute("SELECT pg_export_snapshot()")
        (snapshot,) = cursor.fetchone()
        _run([program, "--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot}", f"--file={into}"])
        return count()


def count() -> Facts:
    """Counts every table of the database that is open, as this transaction sees it."""

    def ask(sql: str) -> list[tuple[Any, ...]]:
        with connection.cursor() as cursor:
            cursor.execute(sql)
            return list(cursor.fetchall())

    return gather(ask, connection.introspection.table_names())


def is_empty() -> bool:
    """Whether there is not a single table."""
    return not connection.introspection.table_names()


def put_back(dump: Path) -> None:
    """Fills the database from a dump, in the transaction that is open; what was there goes. Raises `BackupRefused`."""
    assert_open()
    program = _tool("pg_restore")
    # DDL waits for whoever reads; a server that is busy is told of instead of waited for.
    _execute("SET LOCAL lock_timeout = '10s'")
    _execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    command = [program, "--no-owner", "--no-privileges", "--file=-", str(dump)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as script:  # noqa: S603
        assert script.stdout is not None  # noqa: S101
        _play(script.stdout)
    if script.returncode:
        raise BackupRefused("De dump in de backup kan niet gelezen worden door pg_restore. Er is niets gewijzigd.")
    _execute("RESET search_path; SET CONSTRAINTS ALL IMMEDIATE")


def assert_open() -> None:
    """Raises `RuntimeError` outside of a transaction: half a restore would stay."""
    if not connection.in_atomic_block:
        raise RuntimeError("put_back outside a transaction")


def _play(script: IO[bytes]) -> None:
    """Runs the script of `pg_restore`: statements in one go, rows by COPY; commands for psql are left out."""
    waiting: list[bytes] = []
    for line in script:
        if line.startswith(b"COPY ") and line.rstrip().endswith(b" FROM stdin;"):
            _execute(b"".join(waiting))
            waiting.clear()
            with _raw().cursor() as cursor, cursor.copy(line.rstrip().removesuffix(b";")) as rows:
                for row in _rows(script):
                    rows.write(row)
        elif not line.startswith(b"\\"):
            waiting.append(line)
    _execute(b"".join(waiting))


def _rows(script: IO[bytes]) -> Iterator[bytes]:
    for line in script:
        if line == b"\\.\n":
            return
        yield line


def _execute(statements: bytes | str) -> None:
    """Several statements at once, which Django's own cursor does not take."""
    if statements.strip():
        with _raw().cursor() as cursor:
            cursor.execute(statements)


def _raw() -> Any:
    return connection.connection


def _tool(name: str) -> str:
    """The program, the newest of Debian's before the one on the path. Raises `BackupRefused`."""
    debian = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: path.parts[4].zfill(4))
    found = str(debian[-1]) if debian else shutil.which(name)
    if not found:
        raise BackupRefused(TOOLS.format(name=name))
    return found


def _run(command: list[str]) -> None:
    done = subprocess.run(command, env=surroundings(), capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        said = (done.stderr.strip().splitlines() or ["zonder uitleg"])[0]
        raise BackupRefused(f"pg_dump lukt niet: {said[:200]}")


def surroundings() -> dict[str, str]:
    """How the tools find the database: by the environment, so that no password stands in the list of processes."""
    about = connection.settings_dict
    named = {
        "PGHOST": about["HOST"],
        "PGPORT": about["PORT"],
        "PGUSER": about["USER"],
        "PGPASSWORD": about["PASSWORD"],
        "PGDATABASE": about["NAME"],
        "PGSSLMODE": about["OPTIONS"].get("sslmode", ""),
        "PGCONNECT_TIMEOUT": "5",
    }
    return {**os.environ, **{name: str(value) for name, value in named.items() if value}}
