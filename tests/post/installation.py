"""An installation of its own for tests that start processes: the tables, and nothing else, on the engine in use."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes, policy
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

OPEN = "from wortel.site.cli.main import main, open_django; open_django()\n"


@dataclass(frozen=True)
class Installation:
    """`folder` holds the mails it sent; code runs in processes of their own, with Django opened."""

    folder: Path
    surroundings: dict[str, str]

    def start(self, code: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", OPEN + code],
            env=self.surroundings,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, code: str) -> str:
        """What it printed; fails the test when the code fails."""
        process = self.start(code)
        said, wrong = process.communicate(timeout=120)
        assert process.returncode == 0, wrong
        return said

    def write(self, first: int, after: int, kind: str = "invitation") -> None:
        """Puts the mails with those numbers in the outbox."""
        self.run(
            "from wortel.post.public import put_in_outbox\nfrom wortel.shell.clock import now\n"
            f"for n in range({first}, {after}):\n"
            f"    put_in_outbox(f'{kind}:{{n}}', '{kind}', f'an{{n}}@example.org', 'S', 'T', at=now())\n"
        )

    def files(self) -> list[Path]:
        return list((self.folder / "mail").glob("*.eml"))

    def mails(self) -> list[tuple[str, str]]:
        """Recipient and Message-ID of every mail that was sent."""
        mails = [message_from_bytes(file.read_bytes(), policy=policy.default) for file in self.files()]
        return [(str(mail["To"]), str(mail["Message-ID"])) for mail in mails]


@contextmanager
def new_installation(folder: Path) -> Iterator[Installation]:
    """SQLite in the folder, or on PostgreSQL a database that is dropped afterwards."""
    with _database(os.environ.get("DATABASE_URL", ""), f"wortel_post_{os.getpid()}") as url:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("WORTEL_", "DJANGO_"))}
        made = Installation(folder, {**kept, "WORTEL_DATA": str(folder), "DATABASE_URL": url, "WORTEL_MAIL": "file"})
        made.run("from wortel.site import installation; installation.make_tables()")
        yield made


@contextmanager
def _database(url: str, name: str) -> Iterator[str]:
    if not url.startswith("postgres"):
        yield ""
        return
    import psycopg

    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
        try:
            yield urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
        finally:
            server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
