"""Who may give which capacity, where, until when."""

from __future__ import annotations

from datetime import date

from wortel.kernel.verdict import Verdict
from wortel.people.domain.caller import SECOND_FACTOR, Caller, HeldMandate, lacks_second_factor
from wortel.people.domain.capacities import CAPACITIES
from wortel.people.domain.scope import Scope


def giving(caller: Caller, capacity: str, scope: Scope, until: date | None) -> Verdict:
    """Whether the caller may give this capacity here until that day (first day it no longer holds; None goes on).

    A giver gives what the table of capacities says, within their own scope, and not beyond their own end.
    """
    if caller.is_stranger:
        return Verdict.no("people.sign_in")
    known = CAPACITIES.get(capacity)
    if known is None or not scope.fits(known.scope):
        return Verdict.no("people.no_such_capacity", capacity=capacity)
    givers = givers_of(caller, capacity, scope)
    if not givers:
        return Verdict.no("people.not_yours_to_give", capacity=capacity, given_by=known.given_by)
    strong = [held for held in givers if not lacks_second_factor(caller, held)]
    if not strong:
        return Verdict.no(SECOND_FACTOR)
    last = latest_end(tuple(strong))
    if last is not None and (until is None or until > last):
        return Verdict.no("people.beyond_own_end", end=last.isoformat())
    return Verdict.yes("people.gives", capacity=capacity)


def givers_of(caller: Caller, capacity: str, scope: Scope) -> tuple[HeldMandate, ...]:
    """The mandates by which the caller may give this capacity here."""
    held = caller.holding(*CAPACITIES[capacity].given_by, organisation=scope.organisation)
    return tuple(each for each in held if Scope(each.organisation, each.scheme, each.area).holds(scope))


def latest_end(givers: tuple[HeldMandate, ...]) -> date | None:
    """The first day on which none of these holds any more; None goes on."""
    ends = [held.valid.end for held in givers]
    return None if None in ends else max((end for end in ends if end is not None), default=None)


def giveable(caller: Caller, scope: Scope) -> tuple[str, ...]:
    """The capacities the caller may give here, second factor or not."""
    return tuple(key for key, it in CAPACITIES.items() if scope.fits(it.scope) and givers_of(caller, key, scope))
