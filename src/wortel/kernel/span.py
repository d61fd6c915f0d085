"""A stretch of days: the start belongs to it, the end does not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


class SpanReversed(ValueError):
    """The end of a span lies on or before its start."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Days from `start` (inclusive) to `end` (exclusive); `None` for `end` means "still going on".

    Raises `SpanReversed` when it would hold no day at all.
    """

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end <= self.start:
            raise SpanReversed(f"a span cannot end on {self.end} when it starts on {self.start}")

    @classmethod
    def of_year(cls, year: int) -> Span:
        """The calendar year: 1 January up to, not including, 1 January of the next year."""
        return cls(date(year, 1, 1), date(year + 1, 1, 1))

    def __contains__(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day < self.end)

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one day."""
        return (other.end is None or self.start < other.end) and (self.end is None or other.start < self.end)
