"""Answers a proposal: looked at, yes, or no."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.introductions.actions.refused import IntroductionRefused
from wortel.introductions.actions.stepping import locked, take_step
from wortel.introductions.domain.endings import DECLINING
from wortel.introductions.domain.states import OPENED, REFUSED, step_of_yes
from wortel.introductions.domain.wish import Wish
from wortel.introductions.models import Introduction
from wortel.introductions.queries.stage import stage_of
from wortel.kernel.reason import Reason
from wortel.trail.public import By


def note_read(by: By, ref: str, side: str, at: datetime) -> bool:
    """The other side sees that it was looked at; false when that was known already."""
    with transaction.atomic():
        row = locked(ref)
        if row.read_at is not None or side == row.proposed_by:
            return False
        try:
            take_step(by, row, Wish(OPENED, side), at)
        except IntroductionRefused:
            return False
    return True


def agree(by: By, ref: str, side: str, version: int, at: datetime) -> Introduction:
    """Yes, of one side; with the yes of the other they are in contact. Raises `IntroductionRefused`."""
    with transaction.atomic():
        row = locked(ref, version)
        return take_step(by, row, Wish(step_of_yes(stage_of(row), side), side), at)


def decline(by: By, ref: str, side: str, version: int, why: str, text: str, at: datetime) -> Introduction:
    """No, of one side or of the desk, before there was contact. Raises `IntroductionRefused`."""
    if why not in DECLINING:
        raise IntroductionRefused(Reason.of("introductions.why_needed"))
    with transaction.atomic():
        row = locked(ref, version)
        return take_step(by, row, Wish(REFUSED, side, why=why, text=text), at)
