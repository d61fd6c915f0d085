"""Where everything is kept: the folder of this installation, the database, and the cache that is a table in it."""

from __future__ import annotations

from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

from wortel.shell.places import data_folder
from wortel.site import config

try:
    DATA_FOLDER = data_folder()
except OSError as error:
    raise ImproperlyConfigured(
        f"De map {error.filename} kan niet gemaakt of gebruikt worden ({error.strerror}). "
        "Kies een map waar je mag schrijven: WORTEL_DATA=/pad/naar/map"
    ) from error

SQLITE_OPTIONS = {
    # Every write is a short immediate transaction on a write-ahead log; FULL so that an acknowledged write survives
    # a power cut. Measured choices: docs/adr/0003-libraries.md.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA mmap_size=134217728;"
        "PRAGMA journal_size_limit=27103364;PRAGMA cache_size=-20000;PRAGMA temp_store=MEMORY"
    ),
}


def _database() -> dict[str, Any]:
    """The database of `DATABASE_URL`; without one, SQLite in the data folder."""
    try:
        chosen: dict[str, Any] = dict(
            dj_database_url.parse(config.secret("DATABASE_URL") or f"sqlite:///{DATA_FOLDER / 'wortel.sqlite3'}")
        )
    except ValueError as error:
        raise ImproperlyConfigured(DATABASE_URL_HELP) from error
    if not chosen["NAME"]:
        raise ImproperlyConfigured(DATABASE_URL_HELP)
    if chosen["ENGINE"] == "django.db.backends.sqlite3":
        return {**chosen, "OPTIONS": SQLITE_OPTIONS, "CONN_MAX_AGE": None}
    if chosen["ENGINE"] == "django.db.backends.postgresql":
        return {**chosen, "OPTIONS": {"connect_timeout": 5, **chosen.get("OPTIONS", {})}}
    raise ImproperlyConfigured(DATABASE_URL_HELP)


DATABASE_URL_HELP = (
    "DATABASE_URL is geen adres dat wortel kent. Schrijf sqlite:////pad/naar/bestand.sqlite3 "
    "of postgres://gebruiker:wachtwoord@machine:5432/databank"
)
DATABASES = {"default": _database()}
CACHES = {
    "default": {
        "BACKEND": "wortel.shell.kept_cache.KeptCache",
        "LOCATION": "wortel_cache",
        # Django's 300 would throw counts away that still hold: who makes many would get rid of their own.
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}
