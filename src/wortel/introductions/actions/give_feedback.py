"""One side says how it was, or that it did not take place."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.introductions.actions.refused import IntroductionRefused
from wortel.introductions.actions.stepping import locked, take_step
from wortel.introductions.domain.endings import DID_NOT_HAPPEN
from wortel.introductions.domain.feedback import Said, may_say, step_of_saying
from wortel.introductions.domain.wish import Wish
from wortel.introductions.models import Feedback, Introduction
from wortel.introductions.queries.stage import stage_of
from wortel.shell.clock import BRUSSELS
from wortel.trail.public import By, leave


def give_feedback(by: By, ref: str, side: str, said: Said, at: datetime) -> Introduction:
    """Keeps what this side says; said again it takes the place of what it said before. The first word after the day
    makes it done, or dropped. Raises `IntroductionRefused`.
    """
    with transaction.atomic():
        row = locked(ref)
        stage = stage_of(row)
        verdict = may_say(stage, row.why, at.astimezone(BRUSSELS).date())
        if not verdict:
            raise IntroductionRefused(verdict.reason)
        happened = said.happened
        Feedback.objects.update_or_create(
            introduction=row,
            side=side,
            defaults={
                "happened": happened,
                "worked": said.worked if happened else None,
                "again": said.again if happened else None,
                "children": said.children if happened else None,
                "text": said.text,
                "person": by.person,
                "at": at,
            },
        )
        step = step_of_saying(stage, happened)
        if step:
            row = take_step(by, row, Wish(step, side, why="" if happened else DID_NOT_HAPPEN), at)
        other = row.offer_actor if by.organisation == row.need_actor else row.need_actor
        after = {"side": side, "happened": happened}
        leave(by, "introduction.feedback", f"introduction:{ref}", at=at, after=after, concerns=other)
    return row
