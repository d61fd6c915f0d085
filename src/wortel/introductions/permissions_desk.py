"""Who works at the desk of a region, and who reads what the engine could learn. Pure: mandates in, verdict out."""

from __future__ import annotations

from wortel.kernel.verdict import Verdict
from wortel.people.domain.caller import SECOND_FACTOR, Caller, HeldMandate, lacks_second_factor
from wortel.people.domain.capacities import CATALYST, PROGRAMME_MANAGER


def may_work_at_desk(caller: Caller, scheme: str, area: str) -> Verdict:
    """The gangmaker of the area, and who follows the programme up, once they gave their second factor."""
    gangmaker = [it for it in caller.holding(CATALYST) if not it.area or (it.scheme, it.area) == (scheme, area)]
    held = [*gangmaker, *caller.holding(PROGRAMME_MANAGER)]
    if not held and any(caller.holding(CATALYST)):
        return Verdict.no("introductions.other_desk")
    return _with_factor(caller, held, "introductions.only_desk")


def may_run_everywhere(caller: Caller) -> Verdict:
    """A run over all of Flanders, and the yearly comparison: who follows the programme up."""
    return _with_factor(caller, list(caller.holding(PROGRAMME_MANAGER)), "introductions.only_programme")


def _with_factor(caller: Caller, held: list[HeldMandate], otherwise: str) -> Verdict:
    if caller.is_stranger:
        return Verdict.no("introductions.sign_in")
    if not held:
        return Verdict.no(otherwise)
    if all(lacks_second_factor(caller, each) for each in held):
        return Verdict.no(SECOND_FACTOR)
    return Verdict.yes("introductions.desk")
