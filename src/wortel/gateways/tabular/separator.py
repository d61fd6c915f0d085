"""Which character parts the columns of a CSV file."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

SEPARATORS = (",", ";", "\t", "|")
NONE = "\x1f"
"""Stands for "one column": a character no table holds, so that no comma in a sentence parts it."""
SAMPLE_LINES = 50
SAMPLE_CHARACTERS = 1 << 18
LINE_CHARACTERS = 1 << 16
"""What is looked at of one line: the csv module refuses a field that is longer still."""
_STATED = re.compile(r'\s*"?sep=([,;\t|])"?\s*\Z', re.IGNORECASE)


def stated_separator(lines: Sequence[str]) -> str | None:
    """The separator that Excel's own first line "sep=;" names, if there is one."""
    stated = _STATED.match(lines[0]) if lines else None
    return stated.group(1) if stated else None


def choose_separator(lines: Sequence[str]) -> str:
    """The separator under which most rows are as wide as the first; `NONE` when nothing parts the first row."""
    filled = [line[:LINE_CHARACTERS] for line in lines if line.strip()]
    best = max(SEPARATORS, key=lambda separator: _score(filled, separator))
    return best if _score(filled, best)[1] else NONE


def _score(lines: Sequence[str], separator: str) -> tuple[float, int]:
    widths = _widths(lines, separator)
    if not widths or widths[0] < 2:
        return 0.0, 0
    return Counter(widths)[widths[0]] / len(widths), widths[0]


def _widths(lines: Sequence[str], separator: str) -> list[int]:
    try:
        # Not strict: the sample may end inside a quote; the last row says little.
        widths = [len(cells) for cells in islice(csv.reader(lines, delimiter=separator), SAMPLE_LINES)]
    except csv.Error:
        return []
    return widths[:-1] if len(widths) > 2 else widths
