"""What someone who helps needs to know of an installation, and nothing about any person in it."""

from __future__ import annotations

import json
import platform
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from importlib.metadata import PackageNotFoundError, requires, version
from itertools import islice
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection

import wortel
from wortel.post.public import queue_lengths
from wortel.shell.logbook import safe
from wortel.site import installation
from wortel.site.cli.findings import Finding
from wortel.site.config import effective
from wortel.site.variables import VARIABLES, Kind
from wortel.trail.public import chain_end

SPOKEN = {Kind.FLAG, Kind.NUMBER, Kind.CHOICE}
"""Kinds of variables whose value names nobody; of the others we only say whether they are filled in."""
LAST_ERRORS = 20
MAX_LOG_BYTES = 2_000_000
_FRAME = re.compile(r'\s*File "(?P<file>[^"]+)", line (?P<line>\d+), in (?P<place>\S+)')
_RAISED = re.compile(r"(?P<kind>[\w.]+)(?::|$)")


def examine(at: datetime, findings: Iterable[Finding]) -> dict[str, Any]:
    """Everything, as plain values. Works with a database that does not answer, for that is when it is needed."""
    return {
        "made_at": at.isoformat(timespec="minutes"),
        "versions": _versions(),
        "settings": {one.name: _spoken(one.name, one.value) for one in effective()},
        "database": _asked(_database),
        "rows": _asked(_rows),
        "mail": _asked(lambda: queue_lengths(at)),
        "trail": _asked(lambda: {"entries": chain_end().last}),
        "errors": list(_last_errors(Path(settings.ERROR_LOG))),
        "check": [{"name": one.name, "ok": one.ok, "sentence": nameless(one.sentence)} for one in findings],
    }


def written(report: dict[str, Any]) -> str:
    """The report for people to read before they send it: one line a fact."""
    return "\n".join(_lines("", report)) + "\n"


def nameless(text: str) -> str:
    """Without mail and IP addresses, and without the folder that carries someone's name."""
    return safe(text.replace(str(Path.home()), "~"))


def _lines(name: str, value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _lines(f"{name}.{key}" if name else str(key), inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _lines(
                name, " · ".join(str(part) for part in inner.values()) if isinstance(inner, dict) else inner
            )
    else:
        yield f"{name}: {value}"


def _versions() -> dict[str, str]:
    needed = [re.split(r"[^A-Za-z0-9-]", line, maxsplit=1)[0] for line in _required()]
    found = {"wortel": wortel.__version__, "python": sys.version.split()[0], "system": platform.platform(terse=True)}
    return found | {name: _version(name) for name in needed}


def _required() -> list[str]:
    try:
        return [line for line in requires("wortel") or () if "extra ==" not in line]
    except PackageNotFoundError:
        return []


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "?"


def _spoken(name: str, value: str) -> str:
    return value if VARIABLES[name].kind in SPOKEN else ("(ingevuld)" if value else "")


def _database() -> dict[str, Any]:
    missing = installation.missing_migrations()
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT sqlite_version()")
        else:
            cursor.execute("SHOW server_version")
        (server,) = cursor.fetchone()
    return {"engine": connection.vendor, "version": server, "missing_migrations": len(missing)}


def _rows() -> dict[str, int]:
    counts = {}
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(f"SELECT COUNT(*) FROM {connection.ops.quote_name(table)}")  # noqa: S608  (our own tables)
            counts[table] = cursor.fetchone()[0]
    return counts


def _asked(question: Any) -> Any:
    """The answer, or the kind of refusal: what the database says of itself may repeat a row."""
    try:
        return question()
    except DatabaseError as error:
        return f"antwoordt niet ({type(error).__name__})"


def _last_errors(log: Path) -> Iterator[dict[str, str]]:
    """When, where and of which kind; never what was said, for that may name someone."""
    try:
        with log.open("rb") as stream:
            stream.seek(max(0, log.stat().st_size - MAX_LOG_BYTES))
            lines = stream.read().decode("utf-8", "replace").splitlines()
    except OSError:
        return
    for line in list(islice(reversed(lines), LAST_ERRORS)):
        try:
            said = json.loads(line)
            yield {"at": str(said["at"])[:23], "request_id": str(said["request_id"])[:60], **_raised(said["traceback"])}
        except (ValueError, KeyError, TypeError):
            continue


def _raised(traceback: str) -> dict[str, str]:
    rows = traceback.splitlines()
    frames = [found for row in rows if (found := _FRAME.match(row))]
    kind = next((found["kind"] for row in reversed(rows) if (found := _RAISED.match(row))), "?")
    last = frames[-1] if frames else None
    where = f"{Path(last['file']).name}:{last['line']} {last['place']}" if last else "?"
    return {"kind": kind, "where": where}
