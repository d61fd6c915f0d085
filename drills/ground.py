"""An empty installation in a folder of its own, on SQLite or on a PostgreSQL that is thrown away afterwards."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENGINES = ("sqlite", "postgres")


class NoServer(RuntimeError):
    """There is no PostgreSQL on this machine."""


@contextmanager
def installation() -> Iterator[Path]:
    """Sets up in this process: folder, settings, tables. On PostgreSQL the tables of `DATABASE_URL` are made."""
    with tempfile.TemporaryDirectory(prefix="wortel-drill-") as folder:
        for name in [name for name in os.environ if name.startswith("WORTEL_")]:
            del os.environ[name]
        os.environ |= {
            "WORTEL_DATA": folder,
            "WORTEL_LIMITS": "uit",
            "WORTEL_LOG": "ERROR",
            "DJANGO_SETTINGS_MODULE": "wortel.site.settings",
        }
        import django

        django.setup()
        from django.db import connections

        from wortel.site import installation as tables

        tables.make_tables()
        connections.close_all()  # what is open now must not be shared with a process that is forked
        yield Path(folder)


def elsewhere(engine: str, arguments: list[str]) -> int:
    """Runs `python -m drills …` again in a process with that engine; gives its exit status. Raises `NoServer`."""
    command = [sys.executable, "-m", "drills", *arguments, "--here"]
    surroundings = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    if engine == "postgres":
        command = [sys.executable, str(ROOT / "scripts" / "with_postgres.py"), *command]
    done = subprocess.run(command, check=False, cwd=ROOT, env=surroundings)
    if done.returncode == 2 and engine == "postgres":
        raise NoServer
    return done.returncode
