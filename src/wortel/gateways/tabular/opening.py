"""Opening a table file, whatever it turns out to be."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

from wortel.gateways.tabular.csv_reading import read_csv
from wortel.gateways.tabular.kind import is_workbook
from wortel.gateways.tabular.limits import DEFAULT, Limits
from wortel.gateways.tabular.refusal import FileRefused
from wortel.gateways.tabular.table import Table
from wortel.gateways.tabular.xlsx_reading import read_xlsx


def open_table(path: Path, *, limits: Limits = DEFAULT, sheet: str | None = None) -> Table:
    """Opens a CSV (any extension) or XLSX file as a table; `sheet` names the XLSX sheet, else the first with text.

    Raises `FileRefused` with a Dutch sentence for everything that is wrong with the file. The caller closes the
    table, best with `with`.
    """
    stream = _opened(path, limits)
    try:
        if is_workbook(stream):
            return read_xlsx(stream, limits, sheet)
        return read_csv(stream, limits)
    except BaseException as error:
        stream.close()
        if isinstance(error, OSError):
            raise FileRefused("unreadable") from error
        raise


def _opened(path: Path, limits: Limits) -> BinaryIO:
    try:
        # Not blocking: opening a pipe would wait for somebody to write into it.
        opened = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError as error:
        raise FileRefused("missing") from error
    except (OSError, ValueError) as error:
        raise FileRefused("unreadable") from error
    try:
        _refuse_odd(os.fstat(opened), limits)
    except FileRefused:
        os.close(opened)
        raise
    return os.fdopen(opened, "rb")


def _refuse_odd(found: os.stat_result, limits: Limits) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise FileRefused("folder")
    if not stat.S_ISREG(found.st_mode):
        raise FileRefused("not_a_file")
    if found.st_size > limits.max_bytes:
        raise FileRefused("too_big", size=found.st_size, limit=limits.max_bytes)
    if found.st_size == 0:
        raise FileRefused("empty")
