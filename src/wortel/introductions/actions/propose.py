"""Brings a need and an offer together: a proposal, of which people decide."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from wortel.introductions.actions.placing import Grounds, leave_placed, lock_both, place
from wortel.introductions.actions.refused import IntroductionRefused
from wortel.introductions.domain.limits import Side
from wortel.introductions.domain.states import DESK, ENGINE, NEED, OFFER
from wortel.introductions.models import Introduction
from wortel.kernel.reason import Reason
from wortel.trail.public import By


def propose(  # noqa: PLR0913  (a proposal holds this many facts)
    by: By,
    need_ref: str,
    offer_ref: str,
    *,
    origin: str,
    at: datetime,
    reasons: Sequence[Reason] = (),
    score: int | None = None,
    km: float | None = None,
    run: str = "",
) -> Introduction:
    """Puts the two together once, within the limits of both, and mails the people of both.

    With origin *direct* the organisation acted for must be one of both: asking is its yes. Raises
    `IntroductionRefused`, and then nothing changed.
    """
    with transaction.atomic():
        need, offer = lock_both(need_ref, offer_ref, at)
        grounds = Grounds(tuple(reasons), score, km, run)
        who = _who(by, origin, need, offer)
        row = place(need, offer, origin=origin, proposed_by=who, person=by.person, at=at, grounds=grounds)
        leave_placed(by, row, at)
    return row


def _who(by: By, origin: str, need: Side, offer: Side) -> str:
    if origin == Introduction.Origin.DIRECT:
        if by.organisation not in (need.actor, offer.actor):
            raise IntroductionRefused(Reason.of("introductions.not_yours"))
        return NEED if by.organisation == need.actor else OFFER
    return DESK if origin == Introduction.Origin.DESK else ENGINE
