"""Failures a person can mend, each as one sentence that says the way out."""

from __future__ import annotations

import errno
import os

import click
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection

NOT_SET_UP = "De databank is nog niet klaar of van een oudere versie. Doe eerst: wortel setup"
NO_ROOM = "De schijf is vol. Maak plaats en probeer opnieuw; er is niets half bewaard."


def sentence_of(error: Exception) -> str:
    """What went wrong and what to do about it; the last resort names the kind of error and how to see all of it."""
    if isinstance(error, ImproperlyConfigured):
        return str(error)
    if isinstance(error, DatabaseError):
        return _of_database(error)
    if isinstance(error, PermissionError | FileNotFoundError | IsADirectoryError | NotADirectoryError):
        return f"{error.filename}: {_FILE_TROUBLE[type(error)]}"
    if isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return NO_ROOM
    if isinstance(error, OSError):
        return f"{error.filename or 'Deze machine'}: {error.strerror or error}"
    return f"Hier liep wortel vast: {type(error).__name__}: {_first_line(error)}. Zie meer met WORTEL_LOG=DEBUG"


def wants_traceback() -> bool:
    """Whether the person at the keyboard asked to see everything."""
    return os.environ.get("WORTEL_LOG", "").upper() == "DEBUG"


def show(sentence: str) -> None:
    """Puts the sentence on stderr, in the form click uses for its own."""
    click.echo(f"Fout: {sentence}", err=True)


def _of_database(error: DatabaseError) -> str:
    said = _first_line(error)
    for sign, sentence in _DATABASE_TROUBLE.items():
        if sign in said:
            return sentence.format(database=_database_name())
    if type(error).__name__ == "OperationalError":
        return f"De databank {_database_name()} antwoordt niet: {said}. Kijk DATABASE_URL na of start de server."
    return f"De databank weigerde: {said}. Zie meer met WORTEL_LOG=DEBUG"


def _database_name() -> str:
    """Where the database is, never with its password."""
    about = connection.settings_dict
    if connection.vendor == "sqlite":
        return str(about["NAME"])
    port = f":{about['PORT']}" if about["PORT"] else ""
    return f"{about['NAME']} op {about['HOST'] or 'deze machine'}{port}"


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or ["zonder uitleg"])[0].rstrip(".")


_FILE_TROUBLE = {
    PermissionError: "daar mag je niet lezen of schrijven.",
    FileNotFoundError: "dat bestand of die map bestaat niet.",
    IsADirectoryError: "dat is een map, geen bestand.",
    NotADirectoryError: "dat is een bestand, geen map.",
}
_DATABASE_TROUBLE = {
    "no such table": NOT_SET_UP,
    "no such column": NOT_SET_UP,
    "does not exist\nLINE": NOT_SET_UP,
    'relation "': NOT_SET_UP,
    'column "': NOT_SET_UP,
    "database is locked": "De databank is bezet door een ander programma. Probeer het over enkele seconden opnieuw.",
    "unable to open database file": "{database} kan niet geopend worden: bestaat de map, en mag je er schrijven?",
    "readonly database": "{database} mag je alleen lezen. Kies een andere map: WORTEL_DATA=/pad/naar/map",
    "disk is full": NO_ROOM,
    "disk I/O error": "{database} kan niet geschreven worden: is de schijf vol of stuk? Er is niets half bewaard.",
    "file is not a database": "{database} is geen SQLite-databank. Kies een ander bestand met DATABASE_URL.",
    "password authentication failed": "De databank {database} weigert dit wachtwoord. Kijk DATABASE_URL na.",
}
