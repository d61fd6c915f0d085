"""Puts a backup back: beside what is there, proved to be equal, and only then in its place."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from django.apps import apps
from django.db import DatabaseError, OperationalError, connection, transaction
from django.db.migrations.loader import MigrationLoader

import wortel
from wortel.shell.places import data_folder
from wortel.site import backup_postgresql, backup_sqlite, installation
from wortel.site.backup import make_backup, name_for
from wortel.site.backup_manifest import BackupRefused, Facts, Manifest, differences, opened, unpack
from wortel.trail.public import By, leave, say_break, verify_chain

ENGINES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
NOT_EMPTY = (
    "Deze databank is niet leeg. Kies een lege (--into), of vervang ze met --replace: "
    "dan wordt eerst bewaard wat er staat."
)
NOT_EQUAL = "De backup bewijst zichzelf niet: {why}. Er is niets gewijzigd."
SESSIONS = (("sessions", "Session"), ("usersessions", "UserSession"))
"""Put back, these would let people in again who had signed out since."""


def restore(file: Path, at: datetime, *, replace: bool) -> tuple[Manifest, Path | None]:
    """Returns what was put back, and the backup that was made of what it replaced.

    Raises `BackupRefused`, `FileUnreadable`, `FileUnwritable`; then nothing was changed.
    """
    with opened(file) as (manifest, archive):
        _refuse_unfit(manifest)
        kept = _keep_what_is_there(at, replace=replace)
        if connection.vendor == "sqlite":
            _into_sqlite(manifest, archive, at)
        else:
            _into_postgresql(manifest, archive, at)
    return manifest, kept


def note_refusal(said: str, at: datetime) -> None:
    """Leaves on the trail of what stays that a backup was refused; without a trail there is nothing to say.
    A database that cannot be written now is not asked twice."""
    try:
        if _is_empty() or installation.missing_migrations():
            return
        with transaction.atomic():
            leave(By.command("wortel restore"), "backup.refused", "backup:database", at=at, after={"answer": said})
    except (DatabaseError, sqlite3.DatabaseError):
        return


def _refuse_unfit(manifest: Manifest) -> None:
    if manifest.engine != connection.vendor:
        here, there = ENGINES[connection.vendor], ENGINES[manifest.engine]
        raise BackupRefused(f"Dit is een backup van {there} en hier staat {here}. Verhuizen doe je met: wortel move")
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations or {}}
    ahead = set(manifest.facts.migrations) - known - _replaced()
    if ahead:
        raise BackupRefused(
            f"Deze backup is van een nieuwere versie ({manifest.version:.20}) dan dit programma "
            f"({wortel.__version__}). Werk wortel eerst bij. Er is niets gewijzigd."
        )


def _replaced() -> set[str]:
    migrations = (MigrationLoader(None).disk_migrations or {}).values()
    return {f"{app}.{name}" for migration in migrations for app, name in migration.replaces}


def _keep_what_is_there(at: datetime, *, replace: bool) -> Path | None:
    try:
        if _is_empty():
            return None
    except sqlite3.DatabaseError as error:
        raise BackupRefused(
            f"{connection.settings_dict['NAME']} is beschadigd en kan niet eerst bewaard worden. "
            "Zet dat bestand zelf opzij en probeer opnieuw."
        ) from error
    if not replace:
        raise BackupRefused(NOT_EMPTY)
    kept = _folder() / name_for(at).replace("wortel-", "before-restore-")
    make_backup(kept, at)
    return kept


def _is_empty() -> bool:
    return backup_sqlite.is_empty(_database()) if connection.vendor == "sqlite" else backup_postgresql.is_empty()


def _database() -> Path:
    return Path(str(connection.settings_dict["NAME"]))


def _folder() -> Path:
    return _database().parent if connection.vendor == "sqlite" else data_folder()


def _into_sqlite(manifest: Manifest, archive: ZipFile, at: datetime) -> None:
    database = _database()
    with backup_sqlite.place_beside(database) as beside:
        with beside.open("wb") as stream:
            unpack(manifest, archive, stream)
        _refuse_difference(manifest.facts, backup_sqlite.prove(beside))
        with backup_sqlite.pointed_at(beside):
            _refuse_broken_chain()
            installation.make_tables()
            with transaction.atomic():
                _sign(manifest, at)
        backup_sqlite.switch(beside, database)


def _into_postgresql(manifest: Manifest, archive: ZipFile, at: datetime) -> None:
    with TemporaryDirectory(prefix="wortel-restore-") as folder:
        dump = Path(folder) / "dump"
        with dump.open("wb") as stream:
            unpack(manifest, archive, stream)
        try:
            with transaction.atomic():
                backup_postgresql.put_back(dump)
                _refuse_difference(manifest.facts, backup_postgresql.count())
                _refuse_broken_chain()
                is_current = not installation.missing_migrations()
                if is_current:
                    _sign(manifest, at)
        except OperationalError as error:
            if "lock timeout" in str(error):
                raise BackupRefused(backup_sqlite.IN_USE) from error
            raise
    installation.make_tables()
    if not is_current:
        with transaction.atomic():
            _sign(manifest, at)


def _refuse_difference(expected: Facts, found: Facts) -> None:
    wrong = differences(expected, found)
    if wrong:
        raise BackupRefused(NOT_EQUAL.format(why="; ".join(wrong[:3])))


def _refuse_broken_chain() -> None:
    """The trail of what was put back must be whole, from its first entry to the last."""
    checked = verify_chain()
    if checked.broken:
        raise BackupRefused(NOT_EQUAL.format(why=say_break(checked.broken).rstrip(".")))


def _sign(manifest: Manifest, at: datetime) -> None:
    """Ends every session of then, and leaves on the trail that this was put back."""
    for label, name in SESSIONS:
        if apps.is_installed(f"django.contrib.{label}") or apps.is_installed(f"allauth.{label}"):
            apps.get_model(label, name)._default_manager.all().delete()
    about = {"made_at": manifest.made_at, "version": manifest.version, "entries": manifest.facts.trail_entries}
    leave(By.command("wortel restore"), "backup.restored", "backup:database", at=at, after=about)
