"""Who may read, keep, agree to and enter needs and offers. Pure: mandates and facts in, verdict out."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from wortel.exchange.domain.words import AWAITING, DRAFT, OWN, PARTNERS, PUBLIC
from wortel.kernel.verdict import Verdict
from wortel.people.domain.caller import SECOND_FACTOR, Caller, HeldMandate, lacks_second_factor
from wortel.people.domain.capacities import ADMINISTRATOR, CATALYST, EDITOR, PROGRAMME_MANAGER

Areas = Collection[tuple[str, str]]
"""Scheme and code of the areas that hold the municipality of an organisation today."""
SIGN_IN = Verdict.no("exchange.sign_in")


def may_write(caller: Caller, actor: str) -> Verdict:
    """Its administrators and editors write what their organisation asks and offers."""
    if caller.is_stranger:
        return SIGN_IN
    if actor and any(caller.holding(ADMINISTRATOR, EDITOR, organisation=actor)):
        return Verdict.yes("exchange.acts_for_it")
    return Verdict.no("exchange.not_yours")


def may_manage(caller: Caller, actor: str, areas: Areas = ()) -> Verdict:
    """Who may write for it, and the desk of its area, which does it on the phone."""
    writes = may_write(caller, actor)
    if writes or caller.is_stranger:
        return writes
    desk = at_desk(caller, areas)
    return desk if desk or desk.reason.key == SECOND_FACTOR else writes


def may_open_desk(caller: Caller) -> Verdict:
    """The phone desk: gangmakers, and the programme managers."""
    if caller.is_stranger:
        return SIGN_IN
    return _with_factor(caller, list(caller.holding(CATALYST, PROGRAMME_MANAGER)), "exchange.only_desk")


def at_desk(caller: Caller, areas: Areas) -> Verdict:
    """Whether this desk answers for an organisation in these areas: its gangmaker, or a programme manager."""
    if caller.is_stranger:
        return SIGN_IN
    held = [
        it
        for it in caller.holding(CATALYST, PROGRAMME_MANAGER)
        if it.capacity == PROGRAMME_MANAGER or (it.scheme, it.area) in areas
    ]
    return _with_factor(caller, held, "exchange.not_your_area")


def may_consent(caller: Caller, actor: str) -> Verdict:
    """Only an administrator agrees for the organisation."""
    if caller.is_stranger:
        return SIGN_IN
    if actor and any(caller.holding(ADMINISTRATOR, organisation=actor)):
        return Verdict.yes("exchange.administers")
    return Verdict.no("exchange.administrator_agrees")


def may_enter_for(caller: Caller, actor: str, partners: Collection[str], partner: str) -> Verdict:
    """An administrator of `actor`, for an organisation that it names as partner today."""
    if caller.is_stranger:
        return SIGN_IN
    if not any(caller.holding(ADMINISTRATOR, organisation=actor)):
        return Verdict.no("exchange.administrator_enters")
    return Verdict.yes("exchange.partner") if partner in partners else Verdict.no("exchange.no_partner")


def may_withdraw(caller: Caller, entered_by: str, state: str) -> Verdict:
    """Who entered it for a partner sees it and may take it back, as long as that one did not answer."""
    if state == AWAITING and entered_by and any(caller.holding(ADMINISTRATOR, organisation=entered_by)):
        return Verdict.yes("exchange.entered_by_you")
    return SIGN_IN if caller.is_stranger else Verdict.no("exchange.hidden")


def may_see_own(caller: Caller) -> Verdict:
    """The list of what one's own organisations ask and offer: anyone signed in."""
    return SIGN_IN if caller.is_stranger else Verdict.yes("exchange.signed_in")


def may_read(  # noqa: PLR0911  (one line a case)
    caller: Caller, actor: str, visibility: str, state: str, naming: Collection[str] = (), areas: Areas = ()
) -> Verdict:
    """Whether this caller sees a listing. `naming`: the organisations that name one of the caller's as partner today.

    What is not open yet only its organisation sees; the desk of the area sees what is shown to partners too.
    """
    if may_write(caller, actor):
        return Verdict.yes("exchange.acts_for_it")
    if state in (DRAFT, AWAITING) or visibility == OWN:
        return Verdict.no("exchange.hidden")
    if visibility == PUBLIC:
        return Verdict.yes("exchange.public")
    if caller.is_stranger:
        return SIGN_IN
    if visibility != PARTNERS:
        return Verdict.yes("exchange.signed_in")
    if actor in naming or at_desk(caller, areas):
        return Verdict.yes("exchange.partner")
    return Verdict.no("exchange.hidden")


def _with_factor(caller: Caller, held: Sequence[HeldMandate], otherwise: str) -> Verdict:
    if not held:
        return Verdict.no(otherwise)
    if all(lacks_second_factor(caller, it) for it in held):
        return Verdict.no(SECOND_FACTOR)
    return Verdict.yes("exchange.desk")
