"""What a backup says of itself, and how a database is counted to compare."""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

from wortel.site.given_file import open_given, shown

FORM = "wortel-backup-1"
MANIFEST = "manifest.json"
PAYLOADS = {"sqlite": "database.sqlite3", "postgresql": "database.pgdump"}
CHUNK = 1 << 20
MAX_MANIFEST = 1_000_000
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, RuntimeError)
Ask = Callable[[str], Sequence[Sequence[Any]]]


class BackupRefused(ValueError):
    """No backup can be made, or it cannot be put back; the message says why, and nothing was changed."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What was counted in a database, to know whether another is equal to it."""

    counts: dict[str, int]
    migrations: list[str]
    trail_entries: int
    trail_hash: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds. `made_at` in ISO 8601; `sha256` is of the payload, unpacked."""

    form: str
    version: str
    engine: str
    made_at: str
    sha256: str
    payload_bytes: int
    facts: Facts


def gather(ask: Ask, tables: Sequence[str]) -> Facts:
    """Counts every table and looks where the trail ends, with one way to ask the database."""
    counts = {table: int(ask(f'SELECT COUNT(*) FROM "{table}"')[0][0]) for table in sorted(tables)}  # noqa: S608
    applied = ask("SELECT app, name FROM django_migrations ORDER BY app, name") if "django_migrations" in counts else ()
    head = ask("SELECT number, hash FROM trail_head") if "trail_head" in counts else ()
    number, fingerprint = head[0] if head else (0, "")
    return Facts(counts, [f"{app}.{name}" for app, name in applied], int(number), str(fingerprint))


def packed(manifest: Manifest, payload: Path, into: Path) -> None:
    """Writes manifest and payload into one zip file. Raises `OSError`."""
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as archive:
        archive.writestr(MANIFEST, json.dumps(asdict(manifest), ensure_ascii=False, indent=1))
        archive.write(payload, PAYLOADS[manifest.engine])


@contextmanager
def opened(file: Path) -> Iterator[tuple[Manifest, zipfile.ZipFile]]:
    """The manifest, and the archive to unpack from. Raises `BackupRefused`, `FileUnreadable`."""
    with open_given(file) as stream:
        try:
            with zipfile.ZipFile(stream) as archive:
                yield _manifest(archive), archive
        except BROKEN as error:
            raise BackupRefused(f"{shown(file)} is geen hele backup van wortel. Er is niets gewijzigd.") from error


def unpack(manifest: Manifest, archive: zipfile.ZipFile, into: IO[bytes]) -> None:
    """Writes the payload out and compares it with the manifest. Raises `BackupRefused`."""
    fingerprint, left = hashlib.sha256(), manifest.payload_bytes
    with archive.open(PAYLOADS[manifest.engine]) as payload:
        while left >= 0 and (chunk := payload.read(CHUNK)):
            left -= len(chunk)
            fingerprint.update(chunk)
            into.write(chunk)
    if left or fingerprint.hexdigest() != manifest.sha256:
        raise BackupRefused("De backup is beschadigd: de inhoud is niet wat bewaard werd. Er is niets gewijzigd.")


def fingerprint_of(file: Path) -> str:
    """SHA-256 of a file, hex."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def differences(expected: Facts, found: Facts) -> list[str]:
    """What is not equal, each in a few Dutch words; nothing when all is."""
    wrong = [
        f"{table} telt {found.counts.get(table, 0)} rijen in plaats van {expected.counts.get(table, 0)}"
        for table in sorted(expected.counts.keys() | found.counts.keys())
        if expected.counts.get(table) != found.counts.get(table)
    ]
    if (expected.trail_entries, expected.trail_hash) != (found.trail_entries, found.trail_hash):
        wrong.append("het logboek eindigt ergens anders")
    if expected.migrations != found.migrations:
        wrong.append("de tabellen zijn van een andere versie")
    return wrong


def _manifest(archive: zipfile.ZipFile) -> Manifest:
    with archive.open(MANIFEST) as stream:
        text = stream.read(MAX_MANIFEST)
    try:
        said = json.loads(text)
        form = said["form"]
        facts = Facts(**said.pop("facts"))
        manifest = Manifest(**said, facts=facts)
        is_known = manifest.engine in PAYLOADS and manifest.payload_bytes >= 0
    except (ValueError, TypeError, AttributeError) as error:
        raise KeyError(MANIFEST) from error
    if form != FORM:
        raise BackupRefused(f"Deze backup heeft een vorm die wortel niet kent ({form!s:.40}). Werk wortel eerst bij.")
    if not is_known:
        raise KeyError(MANIFEST)
    return manifest
