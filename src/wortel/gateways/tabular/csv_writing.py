"""CSV that streams out and that a spreadsheet cannot take for a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?\Z", re.ASCII)
_BLOCK_CHARACTERS = 1 << 16


def write_csv(
    rows: Iterable[Sequence[object]], header: Sequence[str], *, separator: str = ",", bom: bool = True
) -> Iterator[bytes]:
    """The table as UTF-8 in blocks of about 64 thousand characters; `bom` lets Excel see that it is UTF-8.

    `None` becomes an empty cell, anything else its `str`. A cell that a spreadsheet would run as a formula gets an
    apostrophe in front; plain numbers, also negative ones, stay as they are.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=separator, lineterminator="\r\n")
    if bom:
        buffer.write("\ufeff")
    writer.writerow([neutral(name) for name in header])
    for row in rows:
        writer.writerow([neutral("" if value is None else str(value)) for value in row])
        if buffer.tell() > _BLOCK_CHARACTERS:
            yield _taken(buffer)
    if buffer.tell():
        yield _taken(buffer)


def neutral(text: str) -> str:
    """The text with an apostrophe in front when a spreadsheet would run it: = + - @, tab or line end at its start."""
    if text.startswith(_RISKY) and not _NUMBER.match(text):
        return "'" + text
    return text


def _taken(buffer: io.StringIO) -> bytes:
    block = buffer.getvalue().encode("utf-8")
    buffer.seek(0)
    buffer.truncate()
    return block
