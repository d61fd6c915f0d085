"""A mandate through time: what it is on a day, and who acted for an organisation then."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from wortel.kernel.span import Span
from wortel.people.domain.capacities import ADMINISTRATOR, PLATFORM_ADMINISTRATOR
from wortel.people.domain.scope import Scope

COMING, HOLDS, EXPIRED, ENDED = "coming", "holds", "expired", "ended"
MUST_STAY = frozenset({ADMINISTRATOR, PLATFORM_ADMINISTRATOR})
"""Capacities without which nobody could let anyone in any more: the last one cannot go without a successor."""


@dataclass(frozen=True, slots=True)
class GivenMandate:
    """A mandate as it was given: `ended_on` is the day it was taken back, None while it was not."""

    ref: str
    person: str
    capacity: str
    scope: Scope
    valid: Span
    ended_on: date | None = None

    def state_on(self, day: date) -> str:
        """`coming`, `holds`, `expired` (its span is over) or `ended` (taken back before that)."""
        if self.ended_on is not None and self.ended_on <= day and not self._outlived:
            return ENDED
        if day < self.valid.start:
            return COMING
        return HOLDS if day in self.valid else EXPIRED

    def held_during(self, day: date) -> bool:
        """Whether it could be used at some moment of that day; one that was taken back at noon was used till then."""
        return day in self.valid and (self.ended_on is None or day <= self.ended_on)

    @property
    def _outlived(self) -> bool:
        return self.ended_on is not None and self.valid.end is not None and self.valid.end <= self.ended_on


def is_last(ending: GivenMandate, standing: Iterable[GivenMandate], on: date) -> bool:
    """Whether nobody would be left to let others in once this mandate goes.

    `standing` are the mandates of the same capacity and scope. One held by the same person counts for nothing: it goes
    with them.
    """
    if ending.capacity not in MUST_STAY or ending.state_on(on) != HOLDS:
        return False
    return not any(
        each.person != ending.person
        and (each.capacity, each.scope) == (ending.capacity, ending.scope)
        and each.state_on(on) == HOLDS
        for each in standing
    )
