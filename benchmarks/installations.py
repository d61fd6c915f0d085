"""Throwaway installations: a data folder and a database each, on SQLite or on the server of `DATABASE_URL`."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from benchmarks.child import WORTEL, run


@dataclass(frozen=True, slots=True)
class Installation:
    """A data folder and the address of its database; an empty address is SQLite in that folder."""

    folder: Path
    database_url: str

    @property
    def surroundings(self) -> dict[str, str]:
        """The environment in which a program meets this installation."""
        return {
            **os.environ,
            "WORTEL_DATA": str(self.folder),
            "WORTEL_LIMITS": "uit",  # nobody asks as much in a minute as a measurement does
            "DATABASE_URL": self.database_url,
            "DJANGO_SETTINGS_MODULE": "wortel.site.settings",
            "PYTHONPATH": os.pathsep.join(filter(None, ["src", os.environ.get("PYTHONPATH", "")])),
        }


class Grounds:
    """Makes installations below one folder, as copies of a first one that was set up once."""

    def __init__(self, folder: Path, server_url: str) -> None:
        self.folder, self.server_url = folder, server_url
        self._databases: list[str] = []
        self.template = self._place("leeg")
        if server_url:
            self._sql(f'CREATE DATABASE "{self._databases[0]}"')
        self.setup = run((*WORTEL, "setup"), self.template.surroundings)

    def copy(self, name: str) -> Installation:
        """A fresh installation, set up and without content."""
        made = self._place(name)
        if self.server_url:
            self._sql(f'CREATE DATABASE "{self._databases[-1]}" TEMPLATE "{self._databases[0]}"')
        shutil.copytree(self.template.folder, made.folder, dirs_exist_ok=True)
        return made

    def remove(self, installation: Installation) -> None:
        """Takes folder and database away."""
        shutil.rmtree(installation.folder, ignore_errors=True)
        if self.server_url:
            name = urlsplit(installation.database_url).path.lstrip("/")
            self._sql(f'DROP DATABASE IF EXISTS "{name}"')
            self._databases.remove(name)

    def close(self) -> None:
        """Drops every database that was made; the folder is the caller's."""
        for name in self._databases if self.server_url else ():
            self._sql(f'DROP DATABASE IF EXISTS "{name}"')

    def _place(self, name: str) -> Installation:
        folder = self.folder / name
        folder.mkdir(parents=True)
        if not self.server_url:
            return Installation(folder, "")
        database = f"wortel_bench_{os.getpid()}_{name}".replace("-", "_")
        self._databases.append(database)
        parts = urlsplit(self.server_url)
        return Installation(folder, urlunsplit(parts._replace(path=f"/{database}")))

    def _sql(self, statement: str) -> None:
        import psycopg  # only here: a run on SQLite needs no server's library

        with psycopg.connect(self.server_url, autocommit=True) as server:
            server.execute(statement)


@contextmanager
def grounds(folder: Path, server_url: str) -> Iterator[Grounds]:
    """Grounds whose databases are gone afterwards, whatever happens."""
    made = Grounds(folder, server_url)
    try:
        yield made
    finally:
        made.close()
