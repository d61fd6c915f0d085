"""The states of an introduction, and the one table that says which step leads from which state to which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from wortel.kernel.verdict import Verdict

PROPOSED, READ, IN_CONTACT, CONFIRMED, DONE = "proposed", "read", "in_contact", "confirmed", "done"
DECLINED, DROPPED, EXPIRED = "declined", "dropped", "expired"

OPEN = (PROPOSED, READ, IN_CONTACT, CONFIRMED)
"""Still going on: at most one such introduction for a pair."""
STANDING = (*OPEN, DONE)
"""Takes one of the times that were offered, and one of the times that were asked."""
UNDONE = (DECLINED, DROPPED, EXPIRED)
"""Ended without being done: the place is free again."""
WITH_CONTACT = (IN_CONTACT, CONFIRMED, DONE)
"""Both said yes: either side may know whom to reach at the other."""

NEED, OFFER, DESK, ENGINE = "need", "offer", "desk", "engine"
SIDES = (NEED, OFFER)
OTHER = MappingProxyType({NEED: OFFER, OFFER: NEED})

OPENED, AGREED, MET, REFUSED, LAPSED = "opened", "agreed", "met", "refused", "lapsed"
FIXED, FINISHED, LET_GO, CONTESTED = "fixed", "finished", "let_go", "contested"
STEPS = (OPENED, AGREED, MET, REFUSED, LAPSED, FIXED, FINISHED, LET_GO, CONTESTED)

TRANSITIONS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        PROPOSED: {OPENED: READ, AGREED: READ, MET: IN_CONTACT, REFUSED: DECLINED, LAPSED: EXPIRED},
        READ: {AGREED: READ, MET: IN_CONTACT, REFUSED: DECLINED, LAPSED: EXPIRED},
        IN_CONTACT: {FIXED: CONFIRMED, LET_GO: DROPPED, LAPSED: EXPIRED},
        CONFIRMED: {FIXED: CONFIRMED, FINISHED: DONE, LET_GO: DROPPED, CONTESTED: DROPPED},
        DONE: {CONTESTED: DROPPED},
        DECLINED: {},
        DROPPED: {},
        EXPIRED: {},
    }
)
"""From a state, by a step, to a state. `met` is the second yes; `fixed` is a day, also another day; `lapsed` is
silence; `contested` is "this was never agreed", said of what was recorded from elsewhere."""


@dataclass(frozen=True, slots=True)
class Stage:
    """How far an introduction is: its state, who said yes, its day, and who told of it when it was agreed elsewhere."""

    state: str
    agreed: frozenset[str] = frozenset()
    planned_on: date | None = None
    told_by: str = ""


def step_of_yes(stage: Stage, side: str) -> str:
    """The yes of a side: the first, or the one by which both agree."""
    return MET if OTHER[side] in stage.agreed else AGREED


def may_step(stage: Stage, step: str, side: str, on: date) -> Verdict:
    """Whether this step can be taken now by this side (need, offer, desk or engine); a refusal says why."""
    if step not in TRANSITIONS[stage.state]:
        return Verdict.no("introductions.not_now", state=stage.state, step=step)
    if step in (AGREED, MET) and side in stage.agreed:
        return Verdict.no("introductions.agreed_already")
    if step == FINISHED and (stage.planned_on is None or stage.planned_on > on):
        return Verdict.no("introductions.not_yet_past", day=stage.planned_on.isoformat() if stage.planned_on else "")
    if step == CONTESTED and (not stage.told_by or stage.told_by == side):
        return Verdict.no("introductions.not_told_by_another")
    return Verdict.yes("introductions.possible")


def after(stage: Stage, step: str) -> str:
    """The state to which an allowed step leads."""
    return TRANSITIONS[stage.state][step]
