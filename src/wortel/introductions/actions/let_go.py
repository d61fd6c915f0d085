"""Ends an introduction that there was contact about: it will not take place, or it was never agreed."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.introductions.actions.refused import IntroductionRefused
from wortel.introductions.actions.stepping import locked, take_step
from wortel.introductions.domain.endings import DROPPING, NOT_AGREED
from wortel.introductions.domain.states import CONTESTED, LET_GO
from wortel.introductions.domain.wish import Wish
from wortel.introductions.models import Introduction
from wortel.kernel.reason import Reason
from wortel.trail.public import By


def let_go(by: By, ref: str, side: str, version: int, why: str, text: str, at: datetime) -> Introduction:
    """It will not take place, with a reason. Raises `IntroductionRefused`."""
    if why not in DROPPING:
        raise IntroductionRefused(Reason.of("introductions.why_needed"))
    with transaction.atomic():
        row = locked(ref, version)
        return take_step(by, row, Wish(LET_GO, side, why=why, text=text), at)


def contest(by: By, ref: str, side: str, version: int, text: str, at: datetime) -> Introduction:
    """What was told of an agreement made elsewhere is not so. Raises `IntroductionRefused`."""
    with transaction.atomic():
        row = locked(ref, version)
        return take_step(by, row, Wish(CONTESTED, side, why=NOT_AGREED, text=text), at)
