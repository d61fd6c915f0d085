"""What nobody else would look after if someone went."""

from __future__ import annotations

from datetime import date

from wortel.actors.public import named_actors
from wortel.kernel.verdict import Verdict
from wortel.people.domain.capacities import ADMINISTRATOR, PLATFORM_ADMINISTRATOR
from wortel.people.public import Mandate, Person, mandates_in_force
from wortel.privacy.domain.erasing import may_be_erased

MUST_STAY = (ADMINISTRATOR, PLATFORM_ADMINISTRATOR)


def lock_keepers(person: Person) -> None:
    """Locks the mandates of everyone who keeps what this person keeps, until the transaction ends: of two who go at the
    same moment one waits, and then reads that nobody else is left. One order for all: that of the key."""
    mine = Mandate.objects.filter(person=person, capacity__in=MUST_STAY, ended_at=None)
    kept = Mandate.objects.filter(
        organisation__in=mine.values_list("organisation", flat=True), capacity__in=MUST_STAY, ended_at=None
    )
    list(kept.select_for_update().order_by("pk").values_list("pk"))


def erasure_verdict(person: Person, on: date) -> Verdict:
    """Whether nothing would be left without an administrator. Five queries at most."""
    holds = mandates_in_force(on).filter(capacity__in=MUST_STAY)
    mine = set(holds.filter(person=person).values_list("capacity", "organisation"))
    organisations = {organisation for _, organisation in mine if organisation}
    others = set(
        holds.exclude(person=person)
        .filter(organisation__in={organisation for _, organisation in mine})
        .values_list("capacity", "organisation")
    )
    left_alone = sorted({organisation for _, organisation in mine - others if organisation} & organisations)
    known = named_actors(left_alone) if left_alone else {}
    return may_be_erased(
        sole_administrator_of=[known[ref].name if ref in known else ref for ref in left_alone],
        is_invented=person.is_fictional,
        is_sole_platform_administrator=(PLATFORM_ADMINISTRATOR, "") in mine - others,
    )
