"""Everything of an installation in one file, made while it is in use."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from django.db import connection

import wortel
from wortel.site import backup_postgresql, backup_sqlite
from wortel.site.backup_manifest import FORM, BackupRefused, Manifest, fingerprint_of, packed
from wortel.site.new_file import new_file

NAMED = "wortel-*.backup"


def make_backup(file: Path, at: datetime) -> Manifest:
    """Writes the file, whole or not at all, readable by its owner only. Raises `BackupRefused`, `FileUnwritable`."""
    with new_file(file) as started:
        payload = started.with_name(started.name + ".database")
        try:
            _private(payload)
            manifest = _copy(payload, at)
            _private(started)
            packed(manifest, payload, started)
            with started.open("rb") as whole:
                os.fsync(whole.fileno())
        finally:
            payload.unlink(missing_ok=True)
    return manifest


def name_for(at: datetime) -> str:
    """A name that sorts by time: `wortel-20261122T014500Z.backup`."""
    return f"wortel-{at.astimezone(UTC):%Y%m%dT%H%M%SZ}.backup"


def forget_oldest(folder: Path, keep: int) -> list[Path]:
    """Deletes all but the newest `keep` backups that `name_for` named in this folder. Returns which."""
    old = sorted(folder.glob(NAMED))[:-keep]
    for file in old:
        file.unlink(missing_ok=True)
    return old


def _copy(payload: Path, at: datetime) -> Manifest:
    if connection.vendor == "sqlite":
        backup_sqlite.copy(Path(str(connection.settings_dict["NAME"])), payload)
        facts = backup_sqlite.prove(payload)
    else:
        facts = backup_postgresql.copy(payload)
    if not facts.migrations:
        raise BackupRefused("Deze databank is nog leeg. Doe eerst: wortel setup")
    return Manifest(
        form=FORM,
        version=wortel.__version__,
        engine=connection.vendor,
        made_at=at.isoformat(),
        sha256=fingerprint_of(payload),
        payload_bytes=payload.stat().st_size,
        facts=facts,
    )


def _private(file: Path) -> None:
    """Makes the file, empty, before anything writes into it: nobody else may ever read it."""
    file.unlink(missing_ok=True)
    os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
