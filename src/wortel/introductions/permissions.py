"""Who may see, answer and make introductions. Pure: mandates and facts in, verdict out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from wortel.introductions.domain.states import NEED, OFFER
from wortel.kernel.verdict import Verdict
from wortel.people.domain.caller import SECOND_FACTOR, Caller, lacks_second_factor
from wortel.people.domain.capacities import ADMINISTRATOR, CATALYST, EDITOR, PROGRAMME_MANAGER

Areas = Collection[tuple[str, str]]
"""Scheme and code of areas."""
SIGN_IN = Verdict.no("introductions.sign_in")


@dataclass(frozen=True, slots=True)
class Both:
    """The organisations of both sides, which of them have people here, and the areas of both listings."""

    need_actor: str
    offer_actor: str
    areas: Areas = ()
    with_people: Collection[str] = ()

    def actor(self, side: str) -> str:
        """The organisation of that side."""
        return self.need_actor if side == NEED else self.offer_actor


def acts_for(caller: Caller, actor: str) -> bool:
    """Whether this person may answer for the organisation: administrators and editors."""
    return bool(actor) and any(caller.holding(ADMINISTRATOR, EDITOR, organisation=actor))


def own_sides(caller: Caller, both: Both) -> tuple[str, ...]:
    """The sides this person acts for; mostly one."""
    return tuple(side for side in (NEED, OFFER) if acts_for(caller, both.actor(side)))


def may_see_own(caller: Caller) -> Verdict:
    """The list of one's own introductions: anyone signed in."""
    return SIGN_IN if caller.is_stranger else Verdict.yes("introductions.signed_in")


def may_see_those_of(caller: Caller, actor: str) -> Verdict:
    """The list of one organisation: who acts for it."""
    if caller.is_stranger:
        return SIGN_IN
    return Verdict.yes("introductions.own") if acts_for(caller, actor) else Verdict.no("introductions.not_yours")


def may_read(caller: Caller, both: Both) -> Verdict:
    """Both sides, and the desk of the region of either."""
    if caller.is_stranger:
        return SIGN_IN
    if own_sides(caller, both):
        return Verdict.yes("introductions.own")
    return _at_desk(caller, both.areas, "introductions.hidden")


def may_answer(caller: Caller, both: Both, side: str) -> Verdict:
    """Yes, no, a day, how it was: who acts for that side; for one without people here, the desk that has it on the
    phone.
    """
    if caller.is_stranger:
        return SIGN_IN
    if acts_for(caller, both.actor(side)):
        return Verdict.yes("introductions.own")
    if own_sides(caller, both):
        return Verdict.no("introductions.not_yours")
    desk = _at_desk(caller, both.areas, "introductions.hidden")
    if desk and both.actor(side) in both.with_people:
        return Verdict.no("introductions.has_people")
    return desk


def may_end(caller: Caller, both: Both) -> Verdict:
    """To say no or to let go: both sides, and the desk for them."""
    return may_read(caller, both)


def may_tell(caller: Caller, both: Both) -> Verdict:
    """To say how it was: the sides themselves."""
    if caller.is_stranger:
        return SIGN_IN
    if own_sides(caller, both):
        return Verdict.yes("introductions.own")
    desk = _at_desk(caller, both.areas, "introductions.hidden")
    return Verdict.no("introductions.not_yours") if desk else desk


def may_ask(caller: Caller, actor: str) -> Verdict:
    """To ask another organisation directly: who acts for one that is not the other."""
    if caller.is_stranger:
        return SIGN_IN
    if any(acts_for(caller, own) for own in caller.organisations if own != actor):
        return Verdict.yes("introductions.own")
    return Verdict.no("introductions.not_yours")


def may_bring_together(caller: Caller, areas: Areas | None = None) -> Verdict:
    """Two others: a gangmaker with at least one of both in their area, and who follows the programme. Without areas:
    whether this person may do it anywhere.
    """
    if caller.is_stranger:
        return SIGN_IN
    if areas is None:
        held = [*caller.holding(CATALYST, PROGRAMME_MANAGER)]
        if not held:
            return Verdict.no("introductions.only_desk")
        lacking = all(lacks_second_factor(caller, it) for it in held)
        return Verdict.no(SECOND_FACTOR) if lacking else Verdict.yes("introductions.desk")
    return _at_desk(caller, areas, "introductions.not_your_area")


def _at_desk(caller: Caller, areas: Areas, otherwise: str) -> Verdict:
    held = [
        it
        for it in caller.holding(CATALYST, PROGRAMME_MANAGER)
        if it.capacity == PROGRAMME_MANAGER or not it.area or (it.scheme, it.area) in areas
    ]
    if not held:
        return Verdict.no(otherwise)
    lacking = all(lacks_second_factor(caller, it) for it in held)
    return Verdict.no(SECOND_FACTOR) if lacking else Verdict.yes("introductions.desk")
