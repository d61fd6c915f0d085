"""A file a command writes: complete under its own name, or not there at all."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


class FileUnwritable(ValueError):
    """The file cannot be written; the message says in Dutch which and why. What stood there before still does."""


@contextmanager
def new_file(file: Path) -> Iterator[Path]:
    """Where to write; moved to `file` once the block is done. Raises `FileUnwritable`."""
    refuse_odd(file)
    started = file.with_name(file.name + ".part")
    try:
        yield started
        started.replace(file)
    except OSError as error:
        _forget(started)
        raise FileUnwritable(f"{file} kan niet geschreven worden: {why_not(error)}") from error
    except BaseException:
        _forget(started)
        raise


def _forget(started: Path) -> None:
    with suppress(OSError):
        started.unlink(missing_ok=True)


def refuse_odd(file: Path) -> None:
    """Raises `FileUnwritable` when a folder, pipe or device has this name: nothing may take its place."""
    if not file.name or (file.exists() and not file.is_file()):
        raise FileUnwritable(f"{file} kan niet geschreven worden: dat is geen gewoon bestand. Kies een andere naam.")


def why_not(error: OSError) -> str:
    """The reason in Dutch."""
    for kind, why in _WHY.items():
        if isinstance(error, kind):
            return why
    return _NO_ROOM if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG} else f"{error.strerror or error}."


_NO_ROOM = "er is geen plaats meer op de schijf. Maak plaats en probeer opnieuw."
_WHY: dict[type[OSError], str] = {
    FileNotFoundError: "die map bestaat niet.",
    NotADirectoryError: "een deel van het pad is geen map.",
    PermissionError: "daar mag je niet schrijven.",
}
