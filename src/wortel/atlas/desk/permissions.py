"""Who may sit at the review desk, and who decides on what. Pure: mandates and a matter in, verdict out."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from wortel.atlas.domain.matter import Matter
from wortel.kernel.verdict import Verdict
from wortel.people.domain.caller import SECOND_FACTOR, Caller, HeldMandate, lacks_second_factor
from wortel.people.domain.capacities import CATALYST, PLATFORM_ADMINISTRATOR, PROGRAMME_MANAGER

EVERYWHERE = (PROGRAMME_MANAGER, PLATFORM_ADMINISTRATOR)


def may_see_desk(caller: Caller) -> Verdict:
    """Catalysts and who runs the programme, once they gave their second factor: names and addresses are shown here."""
    return _by_role(caller, [*caller.holding(CATALYST, *EVERYWHERE)])


def may_see_matter(caller: Caller, matter: Matter) -> Verdict:
    """Who runs the programme sees all; a catalyst what lies in their own area."""
    held = [*caller.holding(*EVERYWHERE), *_catalyst_for(caller, matter)]
    if not held and any(caller.holding(CATALYST)):
        return Verdict.no("desk.other_region")
    return _by_role(caller, held)


def may_decide(caller: Caller, matter: Matter, own_addresses: Collection[str] = ()) -> Verdict:
    """Who may see it, unless it is about their own organisation, or they sent it themselves."""
    sees = may_see_matter(caller, matter)
    if not sees:
        return sees
    addresses = {address.casefold() for address in own_addresses}
    if matter.author == caller.person or (matter.author_mail and matter.author_mail.casefold() in addresses):
        return Verdict.no("desk.own_words")
    if matter.organisation and matter.organisation in caller.organisations:
        return Verdict.no("desk.own_organisation")
    return Verdict.no("desk.decided") if matter.decided else Verdict.yes("desk.decides")


def _catalyst_for(caller: Caller, matter: Matter) -> Iterator[HeldMandate]:
    for held in caller.holding(CATALYST):
        if not held.area or (held.scheme, held.area) in matter.areas:
            yield held


def _by_role(caller: Caller, held: list[HeldMandate]) -> Verdict:
    if caller.is_stranger:
        return Verdict.no("desk.sign_in")
    if not held:
        return Verdict.no("desk.no_role")
    if all(lacks_second_factor(caller, each) for each in held):
        return Verdict.no(SECOND_FACTOR)
    return Verdict.yes("desk.role")
