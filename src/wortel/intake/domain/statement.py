"""What one row says once it is read: a statement, with all that had to be mended; or why it cannot be taken."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wortel.kernel.reason import Reason


@dataclass(frozen=True, slots=True)
class Statement:
    """One source about one thing. `key` is the source's own name for it, `values` what we read (JSON-ready).

    `repairs` holds (field, reason) for everything that was mended or is doubtful; `stated_on` the date as printed.
    """

    key: str
    values: Mapping[str, Any]
    repairs: tuple[tuple[str, Reason], ...] = ()
    stated_on: str = ""


class RowRefused(ValueError):
    """The row cannot be taken in: one (field, reason) for each thing that is wrong with it."""

    def __init__(self, *problems: tuple[str, Reason], key: str = "") -> None:
        super().__init__(*(reason.key for _, reason in problems))
        self.problems = problems
        self.key = key


def fingerprint(raw: Mapping[str, str], values: Mapping[str, Any]) -> str:
    """The same for the same cells read the same way: tells a changed row from an unchanged one (SHA-256, hex)."""
    text = json.dumps([raw, values], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


ACCEPTABLE_LOSS = 0.20
"""Share of a source's standing records that one import may end without being told that this is meant."""


def loses_too_much(standing: int, dropped: int) -> bool:
    """Whether an import that ends `dropped` of `standing` records looks like a broken file rather than a change."""
    return dropped > standing * ACCEPTABLE_LOSS
