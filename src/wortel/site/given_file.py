"""A file somebody names on the command line, read with suspicion: a regular file, and no more of it than fits."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

MAX_TEXT_BYTES = 1_000_000
"""A mapping or rulebook is a few kilobytes."""


class FileUnreadable(ValueError):
    """The file cannot be read; the message says in Dutch which and why."""


def open_given(file: Path) -> BinaryIO:
    """The file, opened; a pipe or device is refused without waiting for it. Raises `FileUnreadable`."""
    try:
        # Not blocking: opening a pipe would wait for somebody to write into it.
        opened = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        raise FileUnreadable(f"{shown(file)} {_why_not(error)}") from error
    if not stat.S_ISREG(os.fstat(opened).st_mode):
        os.close(opened)
        raise FileUnreadable(f"{shown(file)} is geen gewoon bestand.")
    return os.fdopen(opened, "rb")


def read_given(file: Path, limit: int) -> bytes:
    """All bytes of the file. Raises `FileUnreadable` also when there are more than `limit`."""
    with open_given(file) as stream:
        try:
            data = stream.read(limit + 1)
        except OSError as error:
            raise FileUnreadable(f"{file} {_why_not(error)}") from error
    if len(data) > limit:
        raise FileUnreadable(f"{file} is groter dan {limit // 1_000_000} MB.")
    return data


def read_text(file: Path) -> str:
    """The text of a small file in UTF-8. Raises `FileUnreadable`."""
    try:
        return read_given(file, MAX_TEXT_BYTES).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileUnreadable(f"{file} is geen tekst in UTF-8.") from error


def shown(file: Path) -> str:
    """The path on one line, without characters that upset a screen."""
    return "".join(character if character.isprintable() else "?" for character in str(file))[-200:]


def _why_not(error: Exception) -> str:
    for kind, why in _WHY.items():
        if isinstance(error, kind):
            return why
    return "kan niet geopend worden. Kijk de naam van het bestand na."


_WHY: dict[type[Exception], str] = {
    FileNotFoundError: "bestaat niet.",
    PermissionError: "mag je niet lezen.",
    IsADirectoryError: "is een map en geen bestand.",
    NotADirectoryError: "bestaat niet: een deel van het pad is geen map.",
}
