"""Takes a backup while others write, restores it elsewhere, and looks whether it is whole and holds what it must."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from drills import ground, writer

NOT_THE_SAME = ("trail_", "django_session", "wortel_cache")
"""Taking a backup and putting it back leave entries of their own; sessions and counters are not kept."""
WORTEL = (sys.executable, "-c", "from wortel.site.cli.main import main; main()")
COUNT = """
import json
from wortel.site.cli.main import open_django
open_django()
from drills.backup import counted
print(json.dumps(counted()))
"""


@dataclass(frozen=True, slots=True)
class Found:
    """`before` was acknowledged before the backup began, `missing` of those is not in it; `half` stands in part."""

    before: int
    written_meanwhile: int
    restored: int
    missing: int
    half: int
    chain_faults: int
    differences_at_rest: int
    backup_seconds: float
    restore_seconds: float

    @property
    def is_whole(self) -> bool:
        """Everything acknowledged before is there, nothing half, and a copy of a database at rest equals it."""
        return self.before > 0 and not (self.missing or self.half or self.chain_faults or self.differences_at_rest)

    def as_json(self) -> dict[str, float | int]:
        """For the figures."""
        return asdict(self)


def backup() -> Found:
    """One backup under load and one at rest, each restored into an installation of its own."""
    with ground.installation() as folder:
        listen, child = _start_writer()
        time.sleep(2)
        before = _heard(listen)
        began = time.monotonic()
        _wortel("backup", str(folder / "under-load.backup"))
        took = time.monotonic() - began
        meanwhile = _heard(listen)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        began = time.monotonic()
        loaded = _restored(folder / "under-load.backup", folder / "one", "wortel_drill_one")
        restoring = time.monotonic() - began
        _wortel("backup", str(folder / "at-rest.backup"))
        rested = _restored(folder / "at-rest.backup", folder / "two", "wortel_drill_two")
        here = counted()
    whole = set(loaded["whole"])
    return Found(
        before=len(before),
        written_meanwhile=len(meanwhile),
        restored=len(whole),
        missing=len(set(before) - whole),
        half=loaded["half"],
        chain_faults=loaded["chain_faults"] + rested["chain_faults"],
        differences_at_rest=differences(here, rested),
        backup_seconds=round(took, 2),
        restore_seconds=round(restoring, 2),
    )


def counted() -> dict[str, Any]:
    """What stands in the database of this process: the whole replies, halves, the chain and the rows of every table."""
    from django.db import connection

    from drills.crash import chain_faults
    from wortel.post.models import Message
    from wortel.replies.models import Reply
    from wortel.trail.models import Entry, Head

    rows = set(Reply.objects.values_list("ref", flat=True))
    entries = {
        thing.partition(":")[2] for thing in Entry.objects.filter(verb="reply.filed").values_list("thing", flat=True)
    }
    mails = {key.split(":")[1] for key in Message.objects.filter(kind="reply").values_list("key", flat=True)}
    with connection.cursor() as cursor:
        tables = {}
        for name in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(f'SELECT COUNT(*) FROM "{name}"')
            tables[name] = cursor.fetchone()[0]
    last = Head.objects.get(only=True).number
    return {
        "whole": sorted(rows & entries & mails),
        "half": len((rows | entries | mails) - (rows & entries & mails)),
        "chain_faults": chain_faults(),
        "tables": {name: count for name, count in tables.items() if not name.startswith(NOT_THE_SAME)},
        "links": {
            str(number): link
            for number, link in Entry.objects.filter(number__gt=last - 5).values_list("number", "hash")
        },
    }


def differences(here: Mapping[str, Any], there: Mapping[str, Any]) -> int:
    """Tables that hold another number of rows, and the end of our chain where the other does not have it."""
    tables = sum(there["tables"].get(name) != count for name, count in here["tables"].items())
    end = max(here["links"], key=int)
    return tables + (there["links"].get(end) != here["links"][end])


def _start_writer() -> tuple[int, int]:
    writer.warmed_up()
    listen, say = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(listen)
        try:
            writer.write_for_ever(say, "", sends=False)
        finally:
            os._exit(1)
    os.close(say)
    os.set_blocking(listen, False)
    return listen, child


def _heard(listen: int) -> list[str]:
    heard = b""
    try:
        while part := os.read(listen, 65536):
            heard += part
    except BlockingIOError:
        pass
    return heard.decode()[: heard.rfind(b"\n") + 1].split()


def _wortel(*words: str, **more: str) -> None:
    done = subprocess.run(
        [*WORTEL, *words], env={**os.environ, **more}, capture_output=True, text=True, check=False, cwd=ground.ROOT
    )
    if done.returncode:
        raise RuntimeError(f"wortel {words[0]}: {done.stderr.strip()[-400:]}")


def _restored(file: Path, folder: Path, name: str) -> dict[str, Any]:
    """Restores into an empty place, and what a process of that place counts there."""
    folder.mkdir()
    database = os.environ.get("DATABASE_URL", "")
    if database:
        import psycopg

        with psycopg.connect(database, autocommit=True) as server:
            server.execute(f'CREATE DATABASE "{name}"')
        database = urlunsplit(urlsplit(database)._replace(path=f"/{name}"))
    _wortel("restore", str(file), "--into", database or str(folder))
    surroundings = {**os.environ, "WORTEL_DATA": str(folder), **({"DATABASE_URL": database} if database else {})}
    done = subprocess.run(
        [sys.executable, "-c", COUNT], env=surroundings, capture_output=True, text=True, check=True, cwd=ground.ROOT
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found
