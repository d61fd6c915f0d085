"""What both sides say afterwards, and what may be said when."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wortel.introductions.domain.endings import DID_NOT_HAPPEN
from wortel.introductions.domain.states import CONFIRMED, DONE, DROPPED, FINISHED, LET_GO, Stage
from wortel.kernel.verdict import Verdict

HAPPENED, NOT_HAPPENED, CONTESTED, UNKNOWN = "happened", "not_happened", "contested", "unknown"
MOST_CHILDREN = 10_000


@dataclass(frozen=True, slots=True)
class Said:
    """What one side says. `worked` is 1 (not) to 4 (very well); `None` is "not said", of `children` too."""

    happened: bool
    worked: int | None = None
    again: bool | None = None
    children: int | None = None
    text: str = ""


def may_say(stage: Stage, why: str, on: date) -> Verdict:
    """Whether it is time to say how it was: after the day, or when it is over."""
    if stage.state == CONFIRMED:
        if stage.planned_on is None or stage.planned_on > on:
            day = stage.planned_on.isoformat() if stage.planned_on else ""
            return Verdict.no("introductions.not_yet_past", day=day)
        return Verdict.yes("introductions.possible")
    if stage.state == DONE or (stage.state == DROPPED and why == DID_NOT_HAPPEN):
        return Verdict.yes("introductions.possible")
    return Verdict.no("introductions.nothing_to_tell")


def step_of_saying(stage: Stage, happened: bool) -> str:
    """The step that the first word on it takes; empty when it was told before."""
    if stage.state != CONFIRMED:
        return ""
    return FINISHED if happened else LET_GO


def outcome(said: Collection[bool]) -> str:
    """Whether it took place, from what each side says of it: two sides may disagree."""
    if not said:
        return UNKNOWN
    if len(set(said)) > 1:
        return CONTESTED
    return HAPPENED if next(iter(said)) else NOT_HAPPENED
