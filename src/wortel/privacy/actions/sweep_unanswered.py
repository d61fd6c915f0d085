"""Lets go of claims and invitations that nobody answered, after the days and months of the rulebook of retention."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from wortel.organisations.public import forget_unconfirmed_claims
from wortel.people.public import forget_lapsed_invitations
from wortel.privacy.inactivity import months_before
from wortel.shell.clock import BRUSSELS
from wortel.trail.public import By, retention_rulebook


def sweep_unanswered(by: By, at: datetime) -> int:
    """How many were deleted. Raises `NoRuleInForce`."""
    on, rules = at.astimezone(BRUSSELS).date(), retention_rulebook()
    lapsed_on = months_before(on, rules.number("lapsed_invitation_months", on))
    claims = forget_unconfirmed_claims(by, at - timedelta(days=rules.number("unconfirmed_claim_days", on)), at)
    return claims + forget_lapsed_invitations(by, datetime.combine(lapsed_on, time(), BRUSSELS), at)
