"""What an installation must have before it can serve: a database with its tables, reference data, static files."""

from __future__ import annotations

import hashlib
import io
import shutil
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

import wortel
from wortel.shell.clock import today
from wortel.territory.public import stored_municipalities

# Django-ninja brings two pages to read an API with and django-htmx two generations of htmx; we use one of each.
UNUSED_FILES = ["redoc*", "htmx-4*", "htmax-4*"]


def missing_migrations() -> list[str]:
    """Migrations not applied yet, as `room.name`. Raises Django's `OperationalError` when no database answers."""
    connection.ensure_connection()
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def is_set_up() -> bool:
    """Whether tables and reference data are there at all; cheap enough for every start."""
    return not missing_migrations() and stored_municipalities(today()) > 0


def is_newer_than_program() -> bool:
    """Whether the database holds migrations this version does not know: it was made by a newer one."""
    ours = {"intake", "replies", "territory", "actors", "coverage", "atlas", "shell", "trail", "post",
            "people", "organisations", "privacy"}  # fmt: skip
    known = set(MigrationExecutor(connection).loader.disk_migrations or {})
    applied = MigrationRecorder(connection).applied_migrations()
    return any(app in ours and (app, name) not in known for app, name in applied)


def make_tables() -> None:
    """Applies every missing migration."""
    call_command("migrate", interactive=False, verbosity=0)
    make_cache_table()


def make_cache_table() -> None:
    """Makes the table of the shared cache; leaves it alone when it is there."""
    call_command("createcachetable", verbosity=0)


def has_cache_table() -> bool:
    """Whether the table of the shared cache is there."""
    return str(settings.CACHES["default"]["LOCATION"]) in connection.introspection.table_names()


def static_files_are_current() -> bool:
    """Whether the gathered static files are those of this version of the source."""
    mark = _static_mark()
    return mark.is_file() and mark.read_text(encoding="utf-8") == _static_fingerprint()


def gather_static_files() -> None:
    """Gathers, names by content and compresses every static file. Raises `OSError` when the folder is not writable."""
    folder = Path(settings.STATIC_ROOT)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=UNUSED_FILES, stdout=io.StringIO())
    _static_mark().write_text(_static_fingerprint(), encoding="utf-8")


def static_file_count() -> int:
    """How many files stand in the gathered folder."""
    folder = Path(settings.STATIC_ROOT)
    return sum(1 for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else 0


def _static_mark() -> Path:
    return Path(settings.STATIC_ROOT) / ".fingerprint"


def _static_fingerprint() -> str:
    """Changes when a file is added, removed or edited; reads names, sizes and times, not the files."""
    print_of_all = hashlib.sha256(wortel.__version__.encode())
    found = ((path, storage.path(path)) for finder in get_finders() for path, storage in finder.list([]))
    for name, place in sorted(found):
        about = Path(place).stat()
        print_of_all.update(f"{name}\0{about.st_size}\0{about.st_mtime_ns}\n".encode())
    return print_of_all.hexdigest()
