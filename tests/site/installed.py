"""Installations of their own, on the engine the tests run on: run by their own command, read by a driver."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import urllib.parse
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dj_database_url

SERVER = os.environ.get("DATABASE_URL", "")
ON_POSTGRESQL = SERVER.startswith("postgres")
RUN = "import sys; from wortel.site.cli.main import main; main(sys.argv[1:])"
NOT_COMPARED = {"django_session", "wortel_cache", "trail_entry", "trail_details", "trail_head"}
"""A restore ends sessions and adds to the trail; the trail is compared by its chain."""


@dataclass(frozen=True)
class Installed:
    """An installation: a folder, and on PostgreSQL a database."""

    folder: Path
    url: str

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Runs one command."""
        return self.execute(RUN, *words)

    def execute(self, code: str, *words: str) -> subprocess.CompletedProcess[str]:
        """Runs a program of ours."""
        return subprocess.run(
            [sys.executable, "-c", code, *words],
            env=self.environment(),
            capture_output=True,
            text=True,
            check=False,
            timeout=180,
        )

    def start(self, code: str, *words: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", code, *words],
            env=self.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def environment(self) -> dict[str, str]:
        ours = {"WORTEL_DATA": str(self.folder), "DATABASE_URL": self.url, "WORTEL_SECRET_KEY": "proef"}
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("WORTEL_", "DJANGO_"))}
        return {**kept, **ours}

    @property
    def place(self) -> str:
        """What `--into` is given."""
        return self.url or str(self.folder)

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        if not self.url:
            return self.ask_file(self.folder / "wortel.sqlite3", sql)
        import psycopg

        about = dj_database_url.parse(self.url)
        with psycopg.connect(host=about["HOST"], user=about["USER"], dbname=about["NAME"]) as database:
            return database.execute(sql).fetchall()  # type: ignore[arg-type]

    @staticmethod
    def ask_file(file: Path, sql: str) -> list[tuple[Any, ...]]:
        """Asks a SQLite file."""
        with closing(sqlite3.connect(file)) as database:
            return database.execute(sql).fetchall()

    def tables(self) -> list[str]:
        named = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        if not self.url:
            if not (self.folder / "wortel.sqlite3").exists():
                return []
            named = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        return sorted(name for (name,) in self.ask(named))

    def contents(self) -> dict[str, list[str]]:
        """Every row of every table that a restore leaves as it was, as text, in one order."""
        return {
            table: sorted(repr(row) for row in self.ask(f'SELECT * FROM "{table}"'))
            for table in self.tables()
            if table not in NOT_COMPARED and "search" not in table
        }


@contextmanager
def installed(folder: Path, name: str) -> Iterator[Installed]:
    """An installation without any table yet; its database is dropped afterwards."""
    place = folder / name
    place.mkdir()
    if not ON_POSTGRESQL:
        yield Installed(place, "")
        return
    import psycopg

    about = dj_database_url.parse(SERVER)
    database = f"wortel_{name}_{os.getpid()}"
    address = f"postgres://{about['USER']}@{urllib.parse.quote(about['HOST'], safe='')}/{database}"
    with psycopg.connect(host=about["HOST"], user=about["USER"], dbname="postgres", autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{database}"')
        try:
            yield Installed(place, address)
        finally:
            server.execute(f'DROP DATABASE "{database}" WITH (FORCE)')
