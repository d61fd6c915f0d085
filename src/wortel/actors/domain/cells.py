"""The cells of one row while it is being read: clean text, and a note of everything that had to be mended."""

from __future__ import annotations

from collections.abc import Mapping
from unicodedata import is_normalized

from wortel.intake.domain.statement import RowRefused
from wortel.kernel.reason import Reason
from wortel.kernel.text import TextRefused, clean_text, folded

_NOTHING = frozenset(
    {"unknown", "onbekend", "n.v.t.", "nvt", "n/a", "-", "--", "?", "geen", "none", "null", "nan", "/"}
)

_LONGEST_NOTHING = max(map(len, _NOTHING))


class Cells:
    """Reads fields one by one; `repairs` and `problems` hold (field, reason) in the order they were met."""

    def __init__(self, cells: Mapping[str, str]) -> None:
        self.cells = cells
        self.repairs: list[tuple[str, Reason]] = []
        self.problems: list[tuple[str, Reason]] = []

    def mended(self, name: str, reason: Reason | None) -> None:
        """Notes what was mended or is doubtful in a field, if anything."""
        if reason is not None:
            self.repairs.append((name, reason))

    def refused(self, name: str, reason: Reason) -> None:
        """Notes what makes the row impossible to take."""
        self.problems.append((name, reason))

    def has(self, name: str) -> bool:
        """Whether the file has anything in this field."""
        return bool(self.cells.get(name))

    def text(self, name: str, limit: int, *, lines: bool = False) -> str:
        """The field as clean text; words that mean "nothing" are read as empty. Too long or unwritable is a problem."""
        raw = self.cells.get(name)
        if not raw:
            return ""
        text = raw if len(raw) <= limit and _is_clean(raw) else self._cleaned(name, raw, limit, lines=lines)
        if len(text) <= _LONGEST_NOTHING and text and folded(text) in _NOTHING:
            self.mended(name, Reason.of("actors.word_for_nothing", raw=text))
            return ""
        return text

    def _cleaned(self, name: str, raw: str, limit: int, *, lines: bool) -> str:
        try:
            text = clean_text(raw, limit=limit, lines=lines)
        except TextRefused as refused:
            self.refused(name, _why(refused, raw, limit))
            return ""
        if text != raw and " ".join(raw.split()) != raw:
            self.mended(name, Reason.of("actors.trimmed"))
        return text

    def several(self, name: str, limit: int) -> list[str]:
        """A field that holds several values, parted by bars; double ones are left out."""
        text = self.text(name, limit)
        if not text:
            return []
        parts = [part.strip() for part in text.split("|")]
        return list(dict.fromkeys(part for part in parts if part))

    def refuse_if_broken(self, key: str) -> None:
        """Raises `RowRefused` with every problem met so far."""
        if self.problems:
            raise RowRefused(*self.problems, key=key)


def _is_clean(raw: str) -> bool:
    """Whether cleaning would give the same text back: true of nearly every cell, and much quicker to find out."""
    return (
        raw.isprintable()
        and "  " not in raw
        and raw[0] != " " != raw[-1]
        and (raw.isascii() or is_normalized("NFC", raw))
    )


def _why(refused: TextRefused, raw: str, limit: int) -> Reason:
    if refused.character:
        return Reason.of("actors.unwritable", what=refused.character)
    return Reason.of("actors.too_long", length=len(raw), limit=limit)
