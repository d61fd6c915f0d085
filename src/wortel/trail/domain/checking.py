"""Whether the chain still holds, and if not: at which entry, and how it was broken.

What cannot be seen from within: someone who may write anything, and makes every later fingerprint and the head anew.
Against that, the last number and fingerprint are written down elsewhere (`wortel check trail` says them).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wortel.kernel.reason import Reason
from wortel.trail.domain.chain import GENESIS, details_fingerprint, link_joined

Row = tuple[int, str, str, str, str | None]
"""Number; the chained columns joined (`link_joined`); fingerprint of entry and of details; details (`None`: forgotten).

A plain tuple, joined by the database: a million of them are followed in some seconds.
"""


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
    for number, joined, written, details_written, text in rows:
        fingerprint = link_joined(previous, joined)
        if number != expected or fingerprint != written:
            return Checked(expected - 1, details, previous, _break_at(number, expected))
        if text is not None and details_fingerprint(text) != details_written:
            broken = Reason.of("trail.details_changed", number=expected)
            return Checked(expected - 1, details, previous, broken)
        details += text is not None
        expected, previous = expected + 1, fingerprint
    return Checked(expected - 1, details, previous, _break_of_end(end, previous))


def _break_at(number: int, expected: int) -> Reason:
    if number == expected:
        return Reason.of("trail.changed", number=expected)
    return Reason.of("trail.missing", number=expected) if number > expected else Reason.of("trail.extra", number=number)


def _break_of_end(end: End, fingerprint: str) -> Reason | None:
    if end.number is None:
        return Reason.of("trail.no_head", number=end.last)
    if end.last != end.number:
        return Reason.of("trail.cut_off" if end.last < end.number else "trail.behind_head", number=end.number)
    return None if fingerprint == end.fingerprint else Reason.of("trail.head_changed", number=end.number)
