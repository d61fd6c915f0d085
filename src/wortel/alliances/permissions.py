"""Who may begin an alliance, and give one up. Pure: mandates and municipalities in, verdict out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from wortel.kernel.verdict import Verdict
from wortel.people.domain.caller import SECOND_FACTOR, Caller, HeldMandate, lacks_second_factor
from wortel.people.domain.capacities import ADMINISTRATOR, CATALYST, PROGRAMME_MANAGER


@dataclass(frozen=True, slots=True)
class Concerned:
    """Whom a grouping concerns: the areas (scheme, code) its municipalities lie in, and the governments there."""

    areas: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    governments: frozenset[str] = field(default_factory=frozenset)


def may_begin(caller: Caller, concerned: Concerned) -> Verdict:
    """The catalyst of the area, who runs the programme, an administrator of a government in these municipalities."""
    if caller.is_stranger:
        return Verdict.no("alliances.sign_in")
    if _governs(caller, concerned.governments):
        return Verdict.yes("alliances.governs")
    held = [*caller.holding(PROGRAMME_MANAGER), *_catalyst_for(caller, concerned)]
    if not held:
        return Verdict.no("alliances.other_region" if any(caller.holding(CATALYST)) else "alliances.not_yours")
    if all(lacks_second_factor(caller, each) for each in held):
        return Verdict.no(SECOND_FACTOR)
    return Verdict.yes("alliances.role")


def may_give_up(caller: Caller, concerned: Concerned, made_by: str, *, is_given_up: bool) -> Verdict:
    """Whoever began it, and whoever may begin one there; once."""
    if caller.is_stranger:
        return Verdict.no("alliances.sign_in")
    verdict = Verdict.yes("alliances.began_it") if caller.person == made_by else may_begin(caller, concerned)
    return Verdict.no("alliances.given_up") if verdict and is_given_up else verdict


def speaks_for(caller: Caller, concerned: Concerned) -> str:
    """The government on whose behalf the caller begins; empty for who does it for the programme."""
    return next(iter(_governs(caller, concerned.governments)), "")


def _governs(caller: Caller, governments: Iterable[str]) -> list[str]:
    return [ref for ref in sorted(governments) if any(caller.holding(ADMINISTRATOR, organisation=ref))]


def _catalyst_for(caller: Caller, concerned: Concerned) -> list[HeldMandate]:
    held = caller.holding(CATALYST)
    return [each for each in held if not each.area or (each.scheme, each.area) in concerned.areas]
