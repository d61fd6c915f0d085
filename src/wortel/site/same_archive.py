"""Whether two archives hold the same, row by row, whatever engine wrote them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Generator
from contextlib import closing
from itertools import zip_longest
from pathlib import Path
from typing import Any

Row = dict[str, Any]
SET_APART = {"trail.head"}
"""Moves on with the entry that says the archive was loaded; what it ends is compared entry by entry."""
GROWS = {"trail.entry", "trail.details"}


def first_difference(old: Path, new: Path, entries: int) -> str:
    """Where the second archive differs from the first, in a few Dutch words; empty when it does not.

    Of the trail the first `entries` are compared: a move adds its own. Raises `OSError`, `ValueError`.
    """
    with closing(_rows(old, entries)) as left, closing(_rows(new, entries)) as right:
        for before, after in zip_longest(left, right):
            if before != after:
                row = before or after or {}
                return f"{row.get('model', '?')} {row.get('pk', '?')}"
    return ""


def _rows(file: Path, entries: int) -> Generator[Row]:
    with gzip.open(file, "rt", encoding="utf-8") as archive:
        next(archive, None)
        for line in archive:
            row: Row = json.loads(line)
            is_later = row["model"] in GROWS and row["pk"] > entries
            if row["model"] not in SET_APART and not is_later:
                yield row
