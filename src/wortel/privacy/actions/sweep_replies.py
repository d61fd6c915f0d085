"""Lets go of old replies, after the days and months of the rulebook of retention."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from wortel.privacy.inactivity import months_before
from wortel.replies.public import forget_old_replies
from wortel.shell.clock import BRUSSELS
from wortel.trail.public import By, retention_rulebook


def sweep_replies(by: By, at: datetime) -> int:
    """How many replies were deleted or emptied. Raises `NoRuleInForce`."""
    on, rules = at.astimezone(BRUSSELS).date(), retention_rulebook()
    decided_on = months_before(on, rules.number("decided_reply_months", on))
    forgotten = forget_old_replies(
        by,
        unconfirmed_before=at - timedelta(days=rules.number("unconfirmed_reply_days", on)),
        decided_before=datetime.combine(decided_on, time(), BRUSSELS),
        at=at,
    )
    return forgotten.deleted + forgotten.emptied
