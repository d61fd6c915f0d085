"""An invitation, or a request, from the day it is made to its answer."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from wortel.kernel.verdict import Verdict
from wortel.people.domain.scope import Scope

INVITED, ASKED = "invited", "asked"
OPEN, ACCEPTED, DECLINED, WITHDRAWN, LAPSED = "open", "accepted", "declined", "withdrawn", "expired"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed: `way` invited (to `email`) or asked (by `person`), and how it stands in the books."""

    ref: str
    way: str
    state: str
    email: str
    person: str
    capacity: str
    scope: Scope
    until: date | None
    made_by: str
    made_at: datetime
    expires_at: datetime
    answered_at: datetime | None = None
    succeeds: str = ""

    def state_at(self, at: datetime) -> str:
        """As kept, or `expired` when it was open too long."""
        return LAPSED if self.state == OPEN and at >= self.expires_at else self.state


def accepting(proposal: Proposal, person: str, addresses: Collection[str], at: datetime) -> Verdict:
    """Whether this person, who can read mail at these addresses, may accept the invitation now."""
    closed = closed_because(proposal, at)
    if closed is not None:
        return closed
    if proposal.email.lower() not in {address.lower() for address in addresses}:
        return Verdict.no("people.invitation_for_another")
    if proposal.made_by == person:
        return Verdict.no("people.own_rights")
    if proposal.until is not None and proposal.until <= at.date():
        return Verdict.no("people.mandate_over", end=proposal.until.isoformat())
    return Verdict.yes("people.invited")


def closed_because(proposal: Proposal, at: datetime) -> Verdict | None:
    """Why nothing can be answered any more; None while it is open."""
    state = proposal.state_at(at)
    if state == OPEN:
        return None
    on = proposal.expires_at if state == LAPSED else proposal.answered_at
    return Verdict.no(f"people.{proposal.way}_{state}", on=on.isoformat() if on else None)
