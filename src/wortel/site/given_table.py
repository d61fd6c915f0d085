"""A table file somebody names on the command line; it must be the same file from the first reading to the last."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wortel.gateways.tabular import FileRefused, Table, open_table


class GivenTable:
    """The file at `path`; its fingerprint is taken once, and a file that changed since then is refused."""

    def __init__(self, path: Path, sheet: str | None) -> None:
        self._path, self._sheet = path, sheet
        self._print = ""

    @property
    def name(self) -> str:
        """The name of the file, as it can be kept: what no encoding can write becomes a question mark."""
        return self._path.name.encode("utf-8", "replace").decode()

    def fingerprint(self) -> str:
        """SHA-256 (hex) of the file that will be read. Raises `FileRefused` when it is no table."""
        with open_table(self._path, sheet=self._sheet):
            self._print = self._read_print()
        return self._print

    @contextmanager
    def open(self) -> Iterator[Table]:
        """The table to read. Raises `FileRefused`, at the end also when the file is not the one of `fingerprint`."""
        with open_table(self._path, sheet=self._sheet) as table:
            yield table
        if self._read_print() != self._print:
            raise FileRefused("changed")

    def _read_print(self) -> str:
        try:
            with self._path.open("rb") as stream:
                return hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError as error:
            raise FileRefused("changed") from error
