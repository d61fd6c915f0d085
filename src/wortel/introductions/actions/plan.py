"""Fixes the day of an introduction, or another day."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from wortel.introductions.actions.refused import IntroductionRefused
from wortel.introductions.actions.stepping import locked, take_step
from wortel.introductions.domain.limits import may_plan
from wortel.introductions.domain.states import FIXED
from wortel.introductions.domain.wish import Wish
from wortel.introductions.models import Introduction
from wortel.introductions.queries.standing import planned_days, sides_of
from wortel.kernel.reason import Reason
from wortel.trail.public import By


def plan(by: By, ref: str, side: str, version: int, planned_on: date, at: datetime) -> Introduction:
    """Either side fixes the day, within the period and the weekly limit of the offer. Raises `IntroductionRefused`.

    The offer's row is locked while the week is counted: two at once cannot pass the limit.
    """
    with transaction.atomic():
        row = locked(ref, version)
        _, offer = sides_of(row.need, row.offer, lock=True)
        if offer is None:
            raise IntroductionRefused(Reason.of("introductions.no_such_listing"))
        verdict = may_plan(offer, planned_on, planned_days(row.offer, other_than=ref))
        if not verdict:
            raise IntroductionRefused(verdict.reason)
        return take_step(by, row, Wish(FIXED, side, planned_on=planned_on), at)
