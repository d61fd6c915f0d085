"""Lets go of what people wrote with an introduction that is over since long; the steps and the figures stay."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.introductions.domain.states import DONE, UNDONE
from wortel.introductions.models import Feedback, Introduction, Step
from wortel.trail.public import By, leave


def forget_old_words(by: By, ended_before: datetime, at: datetime) -> int:
    """Empties the words of those that ended, or were done, before that instant; says how many texts there were."""
    with transaction.atomic():
        ended = Introduction.objects.filter(state__in=(*UNDONE, DONE), state_at__lt=ended_before).values("pk")
        forgotten = sum(
            written.objects.filter(introduction__in=ended).exclude(text="").update(text="")
            for written in (Step, Feedback)
        )
        if forgotten:
            leave(by, "introductions.forgotten", "introductions:*", at=at, after={"texts": forgotten})
    return forgotten
