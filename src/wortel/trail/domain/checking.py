"""Whether the chain still holds, and if not: at which entry, and how it was broken.

What cannot be seen from within: someone who may write anything, and makes every later fingerprint and the head anew.
Against that, the last number and fingerprint are written down elsewhere (`wortel check trail` says them).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from wortel.kernel.reason import Reason
from wortel.trail.domain.chain import CHAINED, GENESIS, details_fingerprint, link

Row = tuple[Any, ...]
"""The chained columns in their order, the entry's fingerprint, the text of its details (`None`: forgotten)."""

_WIDTH = len(CHAINED)
_DETAILS_HASH = CHAINED.index("details_hash")


@dataclass(frozen=True, slots=True)
class End:
    """Where the chain ends: as the head says (`None` when it is gone), and the highest number there really is."""

    number: int | None
    fingerprint: str
    last: int


@dataclass(frozen=True, slots=True)
class Checked:
    """How many entries held, how many of those still have details, their last fingerprint; the first break, if any."""

    entries: int
    details: int
    fingerprint: str
    broken: Reason | None

    @property
    def is_whole(self) -> bool:
        """Nothing was changed, added or taken away, as far as can be seen from within."""
        return self.broken is None


def check_chain(rows: Iterable[Row], end: End) -> Checked:
    """Follows the chain up to its end, or to its first break. `rows` come by number, up to `end.last`.

    A break is `trail.` followed by missing, extra, changed or details_changed (an entry), or by no_head, cut_off,
    behind_head or head_changed (the end); its `number` is that of the entry.
    """
    expected, previous, details = 1, GENESIS, 0
    for row in rows:
        fingerprint = link(previous, row[:_WIDTH])
        text = row[-1]
        if (
            fingerprint != row[_WIDTH]
            or row[0] != expected
            or (text is not None and details_fingerprint(text) != row[_DETAILS_HASH])
        ):
            return Checked(expected - 1, details, previous, _break_at(row, expected, fingerprint))
        details += text is not None
        expected, previous = expected + 1, fingerprint
    return Checked(expected - 1, details, previous, _break_of_end(end, previous))


def _break_at(row: Row, expected: int, fingerprint: str) -> Reason:
    if row[0] != expected:
        is_later = isinstance(row[0], int) and row[0] > expected
        return Reason.of("trail.missing", number=expected) if is_later else Reason.of("trail.extra", number=row[0])
    return Reason.of("trail.changed" if fingerprint != row[_WIDTH] else "trail.details_changed", number=expected)


def _break_of_end(end: End, fingerprint: str) -> Reason | None:
    if end.number is None:
        return Reason.of("trail.no_head", number=end.last)
    if end.last != end.number:
        return Reason.of("trail.cut_off" if end.last < end.number else "trail.behind_head", number=end.number)
    return None if fingerprint == end.fingerprint else Reason.of("trail.head_changed", number=end.number)
