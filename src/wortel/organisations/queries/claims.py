"""Claims and requests for removal: those that wait for the review desk, and those of one person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from wortel.organisations.models import Claim, Removal
from wortel.people.domain.capacities import ADMINISTRATOR
from wortel.people.public import Mandate, Person

WAITING = (Claim.State.SENT, Claim.State.OPEN)


@dataclass(frozen=True, slots=True)
class OpenClaim:
    """A claim that waits for a decision. `mail` is the proven address on the web domain, empty without that proof;
    `has_administrator`: someone keeps the profile already."""

    ref: str
    actor: str
    actor_name: str
    person: str
    person_name: str
    person_mail: str
    proof: str
    mail: str
    message: str
    made_at: datetime
    has_administrator: bool


@dataclass(frozen=True, slots=True)
class OpenRemoval:
    """A request to take a profile away that waits for a decision."""

    ref: str
    actor: str
    person: str
    why: str
    made_at: datetime


def open_claims() -> tuple[OpenClaim, ...]:
    """Claims that wait for the review desk, the oldest first. Three statements."""
    rows = list(Claim.objects.filter(state=Claim.State.OPEN).order_by("made_at", "pk"))
    people = {it.ref: it for it in Person.objects.filter(ref__in=[row.person for row in rows])}
    kept = set(
        Mandate.objects.filter(
            organisation__in=[row.actor for row in rows], capacity=ADMINISTRATOR, ended_at=None
        ).values_list("organisation", flat=True)
    )
    return tuple(
        OpenClaim(
            ref=row.ref,
            actor=row.actor,
            actor_name=row.actor_name,
            person=row.person,
            person_name=people[row.person].name if row.person in people else "",
            person_mail=(people[row.person].email or "") if row.person in people else "",
            proof=row.proof,
            mail=row.email,
            message=row.message,
            made_at=row.made_at,
            has_administrator=row.actor in kept,
        )
        for row in rows
    )


def waiting_claims(person: str) -> tuple[Claim, ...]:
    """The claims of a person that are not decided. One statement."""
    return tuple(Claim.objects.filter(person=person, state__in=WAITING).order_by("made_at", "pk"))


def claim_waiting(person: str, ref: str) -> Claim | None:
    """The undecided claim of this person on this organisation. One statement."""
    return Claim.objects.filter(person=person, actor=ref, state__in=WAITING).first()


def open_removals() -> tuple[OpenRemoval, ...]:
    """Requests that wait for the review desk, the oldest first. One statement."""
    rows = Removal.objects.filter(decided_at=None, what="profile").order_by("made_at", "pk")
    return tuple(OpenRemoval(row.ref, row.actor, row.person, row.why, row.made_at) for row in rows)


def removal_waiting(ref: str) -> bool:
    """Whether a request about this organisation waits. One statement."""
    return Removal.objects.filter(actor=ref, decided_at=None).exists()
