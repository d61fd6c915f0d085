"""Who may invite, answer, end, see: pure answers with a reason. Facts come in as arguments; nothing is looked up."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from wortel.kernel.verdict import Verdict
from wortel.people.domain.caller import SECOND_FACTOR, Caller, lacks_second_factor
from wortel.people.domain.capacities import (
    ADMINISTRATOR,
    CAPACITIES,
    EDITOR,
    PLATFORM_ADMINISTRATOR,
    PROGRAMME_MANAGER,
)
from wortel.people.domain.giving import giving
from wortel.people.domain.invitation import ASKED, INVITED, OPEN, Proposal, closed_because
from wortel.people.domain.mandate import HOLDS, GivenMandate
from wortel.people.domain.policy import PATIENCE
from wortel.people.domain.scope import Scope

SIGN_IN = Verdict.no("people.sign_in")


def may_invite(caller: Caller, capacity: str, scope: Scope, until: date | None = None) -> Verdict:
    """Whether the caller may invite someone to this capacity here until that day."""
    return giving(caller, capacity, scope, until)


def may_give_programme_role(caller: Caller) -> Verdict:
    """Whether the caller gives any role in the programme at all; which one, and where, `may_invite` says."""
    return _programme(caller, PLATFORM_ADMINISTRATOR, PROGRAMME_MANAGER)


def may_prolong_mandate(caller: Caller, mandate: GivenMandate, until: date | None) -> Verdict:
    """Whether the caller may let a mandate go on until that day: never their own."""
    if mandate.person == caller.person:
        return Verdict.no("people.own_rights")
    return giving(caller, mandate.capacity, mandate.scope, until)


def may_end_mandate(caller: Caller, mandate: GivenMandate, *, last: bool, on: date) -> Verdict:
    """Whether the caller may take this mandate back: their own, or one they could have given.

    `last`: nobody else would be left to let people in (`is_last`); then nobody may, not even its holder.
    """
    if caller.is_stranger:
        return SIGN_IN
    if mandate.state_on(on) != HOLDS:
        return Verdict.no("people.mandate_over_already")
    right = _right_to_end(caller, mandate)
    if right and last:
        return Verdict.no("people.last_administrator", own=mandate.person == caller.person, capacity=mandate.capacity)
    return right


def _right_to_end(caller: Caller, mandate: GivenMandate) -> Verdict:
    if mandate.person == caller.person:
        return Verdict.yes("people.own_mandate")
    as_giver = giving(caller, mandate.capacity, mandate.scope, mandate.valid.end)
    if as_giver or _only_too_long(as_giver):
        # Who may give it may take it back, also when it outlasts their own.
        return Verdict.yes("people.gives", capacity=mandate.capacity)
    return _or_platform(caller, as_giver) if mandate.scope.organisation else as_giver


def _or_platform(caller: Caller, refused: Verdict) -> Verdict:
    """The refusal, unless a platform administrator may do it after all."""
    return _programme(caller, PLATFORM_ADMINISTRATOR) if any(caller.holding(PLATFORM_ADMINISTRATOR)) else refused


def _only_too_long(verdict: Verdict) -> bool:
    return verdict.reason.key == "people.beyond_own_end"


def may_ask(caller: Caller, capacity: str, organisation: str, *, has_open_request: bool) -> Verdict:
    """Whether the caller may ask an organisation to act for it in this capacity."""
    if caller.is_stranger:
        return SIGN_IN
    if capacity not in {ADMINISTRATOR, EDITOR}:
        return Verdict.no("people.no_such_capacity", capacity=capacity)
    if any(caller.holding(capacity, ADMINISTRATOR, organisation=organisation)):
        return Verdict.no("people.acts_already")
    if has_open_request:
        return Verdict.no("people.asked_already")
    return Verdict.yes("people.may_ask")


def may_answer_invitation(caller: Caller, request: Proposal, *, has_administrator: bool, at: datetime) -> Verdict:
    """Whether the caller may accept or decline a person's request.

    First those who give that capacity; a platform administrator where nobody does, or when `PATIENCE` is over.
    """
    if caller.is_stranger:
        return SIGN_IN
    if request.way != ASKED or request.person == caller.person:
        return Verdict.no("people.own_rights")
    closed = closed_because(request, at)
    if closed is not None:
        return closed
    as_giver = giving(caller, request.capacity, request.scope, request.until)
    if as_giver or not any(caller.holding(PLATFORM_ADMINISTRATOR)):
        return as_giver
    if has_administrator and at < request.made_at + PATIENCE:
        return Verdict.no("people.administrators_first", until=(request.made_at + PATIENCE).date().isoformat())
    return _or_platform(caller, as_giver)


def may_manage_invitation(caller: Caller, proposal: Proposal, at: datetime) -> Verdict:
    """Whether the caller may withdraw it (who asked, for a request) or send it again (who may give it, for the rest).

    An invitation that ran out can still be sent again.
    """
    if caller.is_stranger:
        return SIGN_IN
    if proposal.state != OPEN:
        return closed_because(proposal, at) or SIGN_IN
    if proposal.way == INVITED:
        return giving(caller, proposal.capacity, proposal.scope, proposal.until)
    return (
        Verdict.yes("people.asked_by_you")
        if proposal.person == caller.person
        else Verdict.no("people.not_asked_by_you")
    )


def may_see_members(caller: Caller, organisation: str) -> Verdict:
    """Whether the caller may see who acts for an organisation: who does so too, and the platform administrators."""
    if caller.is_stranger:
        return SIGN_IN
    if any(caller.holding(ADMINISTRATOR, EDITOR, organisation=organisation)):
        return Verdict.yes("people.acts_for_it")
    return _or_platform(caller, Verdict.no("people.only_members"))


def may_read_person(caller: Caller, person: str, organisations: Collection[str]) -> Verdict:
    """Whether the caller may read a person's name and address: themselves, the administrators of an organisation they
    act for (`organisations`), and the platform administrators."""
    if caller.is_stranger:
        return SIGN_IN
    if caller.person == person:
        return Verdict.yes("people.yourself")
    if any(held.capacity == ADMINISTRATOR and held.organisation in organisations for held in caller.mandates):
        return Verdict.yes("people.administers")
    return _or_platform(caller, Verdict.no("people.not_yours_to_read"))


def _programme(caller: Caller, *capacities: str) -> Verdict:
    """Whether the caller holds one of these programme roles, with a second factor where it asks for one."""
    if caller.is_stranger:
        return SIGN_IN
    held = list(caller.holding(*capacities))
    if not held:
        return Verdict.no("people.only_programme", capacities=capacities)
    if all(lacks_second_factor(caller, each) for each in held):
        return Verdict.no(SECOND_FACTOR)
    key = next(each.capacity for each in held if not lacks_second_factor(caller, each))
    return Verdict.yes("people.in_programme", capacity=CAPACITIES[key].key)
