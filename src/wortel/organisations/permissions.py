"""Who may claim, edit, publish, name partners and ask for removal. Pure: mandates in, verdict out."""

from __future__ import annotations

from wortel.kernel.verdict import Verdict
from wortel.organisations.domain.fields import OWN, PARTNERS, PUBLIC, SIGNED_IN
from wortel.people.domain.caller import SECOND_FACTOR, Caller, lacks_second_factor
from wortel.people.domain.capacities import ADMINISTRATOR, EDITOR, PLATFORM_ADMINISTRATOR, PROGRAMME_MANAGER


def is_administrator(caller: Caller, ref: str) -> bool:
    """Whether this person may decide for the organisation today."""
    return any(caller.holding(ADMINISTRATOR, organisation=ref)) if ref else False


def may_see_own(caller: Caller) -> Verdict:
    """The list of one's own organisations: anyone signed in."""
    return Verdict.no("organisations.sign_in") if caller.is_stranger else Verdict.yes("organisations.signed_in")


def may_claim(caller: Caller, ref: str) -> Verdict:
    """Anyone signed in who is not yet administrator of it."""
    if caller.is_stranger:
        return Verdict.no("organisations.sign_in")
    if is_administrator(caller, ref):
        return Verdict.no("organisations.already_administrator")
    return Verdict.yes("organisations.may_try")


def may_edit_profile(caller: Caller, ref: str) -> Verdict:
    """Administrators and editors may write the draft."""
    if caller.is_stranger:
        return Verdict.no("organisations.sign_in")
    if ref and any(caller.holding(ADMINISTRATOR, EDITOR, organisation=ref)):
        return Verdict.yes("organisations.speaks_for_it")
    return Verdict.no("organisations.not_yours")


def may_publish(caller: Caller, ref: str) -> Verdict:
    """Only administrators show it to the world."""
    return _administrators_only(caller, ref, "organisations.editors_do_not_publish")


def may_name_partner(caller: Caller, ref: str) -> Verdict:
    """Only administrators: partners get to see what is not public."""
    return _administrators_only(caller, ref, "organisations.editors_do_not_name")


def may_ask_removal(caller: Caller, ref: str) -> Verdict:
    """Only administrators."""
    return _administrators_only(caller, ref, "organisations.editors_do_not_remove")


def may_read_trail(caller: Caller, ref: str) -> Verdict:
    """Who acts for it, and who answers for the whole platform or programme."""
    edits = may_edit_profile(caller, ref)
    roles = list(caller.holding(PLATFORM_ADMINISTRATOR, PROGRAMME_MANAGER))
    if edits or not roles:
        return edits
    if all(lacks_second_factor(caller, role) for role in roles):
        return Verdict.no(SECOND_FACTOR)
    return Verdict.yes("organisations.watches_over_all")


def _administrators_only(caller: Caller, ref: str, otherwise: str) -> Verdict:
    edits = may_edit_profile(caller, ref)
    if not edits or is_administrator(caller, ref):
        return edits
    return Verdict.no(otherwise)


def audiences_of(caller: Caller, ref: str, partners: frozenset[str]) -> tuple[str, ...]:
    """To which audiences of the organisation this caller belongs; `partners` are those it names today."""
    if caller.is_stranger:
        return (PUBLIC,)
    if may_edit_profile(caller, ref):
        return (PUBLIC, SIGNED_IN, PARTNERS, OWN)
    if partners & set(caller.organisations):
        return (PUBLIC, SIGNED_IN, PARTNERS)
    return (PUBLIC, SIGNED_IN)
