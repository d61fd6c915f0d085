"""Records what two organisations agreed elsewhere: by phone, at a fair, years ago."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from wortel.introductions.actions.placing import keep_first, leave_placed, lock_both, new_row
from wortel.introductions.actions.refused import IntroductionRefused
from wortel.introductions.actions.telling import tell_recorded
from wortel.introductions.domain.limits import may_plan
from wortel.introductions.domain.patience import patience_in_force
from wortel.introductions.domain.states import CONFIRMED, DESK, DONE, NEED, OFFER
from wortel.introductions.models import Introduction
from wortel.introductions.queries.standing import planned_days
from wortel.introductions.rulebook import introductions_rulebook
from wortel.shell.clock import BRUSSELS
from wortel.trail.public import By


def record_elsewhere(by: By, need_ref: str, offer_ref: str, planned_on: date, at: datetime) -> Introduction:
    """It starts confirmed, or done when the day is past; both agreements count as told by who records it. The other
    side is mailed, and can say that it is not so. The limits of both hold. Raises `IntroductionRefused`.
    """
    with transaction.atomic():
        need, offer = lock_both(need_ref, offer_ref, at, is_agreed=True)
        verdict = may_plan(offer, planned_on, planned_days(offer.ref))
        if not verdict:
            raise IntroductionRefused(verdict.reason)
        who = {need.actor: NEED, offer.actor: OFFER}.get(by.organisation, DESK)
        row = new_row(need, offer, origin=Introduction.Origin.ELSEWHERE, proposed_by=who, at=at)
        local = at.astimezone(BRUSSELS)
        row.state = DONE if planned_on < local.date() else CONFIRMED
        row.need_agreed_at = row.offer_agreed_at = at
        row.planned_on = planned_on
        patience = patience_in_force(introductions_rulebook(), local.date())
        row.remind_at = patience.remind_at(row.state, local, planned_on)
        keep_first(row, "recorded", by.person, at)
        tell_recorded(row, at)
        leave_placed(by, row, at, planned_on)
    return row
