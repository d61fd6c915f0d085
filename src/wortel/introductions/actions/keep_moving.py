"""The daily round: reminds of what waits, once, and lets go of what nobody answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from wortel.introductions.actions.refused import IntroductionRefused
from wortel.introductions.actions.stepping import locked, take_step
from wortel.introductions.actions.telling import tell_reminder
from wortel.introductions.domain.endings import NO_ANSWER, NO_DAY
from wortel.introductions.domain.states import CONFIRMED, ENGINE, IN_CONTACT, LAPSED, OPEN, PROPOSED, READ, SIDES
from wortel.introductions.domain.wish import Wish
from wortel.introductions.models import Feedback, Introduction
from wortel.introductions.queries.stage import stage_of
from wortel.trail.public import By, leave

EVENT_OF = {
    PROPOSED: "remind_answer",
    READ: "remind_answer",
    IN_CONTACT: "remind_arrange",
    CONFIRMED: "remind_after",
}
"""What to remind of, by state."""


@dataclass(frozen=True, slots=True)
class Moved:
    """How many were reminded and let go."""

    reminded: int
    expired: int


def keep_moving(by: By, at: datetime) -> Moved:
    """Each introduction in a transaction of its own; run twice, it does nothing the second time."""
    rows = Introduction.objects.filter(state__in=OPEN).order_by("pk")
    ending = list(rows.filter(expires_at__lte=at).values_list("ref", flat=True))
    expired = sum(_let_lapse(by, ref, at) for ref in ending)
    waiting = list(rows.filter(remind_at__lte=at).values_list("ref", flat=True))
    return Moved(sum(_remind(by, ref, at) for ref in waiting), expired)


def _let_lapse(by: By, ref: str, at: datetime) -> bool:
    with transaction.atomic():
        try:
            row = locked(ref)
            if row.expires_at is None or row.expires_at > at:
                return False
            why = NO_DAY if row.state == IN_CONTACT else NO_ANSWER
            take_step(by, row, Wish(LAPSED, ENGINE, why=why), at)
        except IntroductionRefused:
            return False
    return True


def _remind(by: By, ref: str, at: datetime) -> bool:
    with transaction.atomic():
        row = locked(ref)
        if row.remind_at is None or row.remind_at > at or row.state not in EVENT_OF:
            return False
        row.remind_at = None
        row.save(update_fields=["remind_at"])
        tell_reminder(row, EVENT_OF[row.state], _silent_sides(row), at)
        leave(by, "introduction.reminded", f"introduction:{ref}", at=at, concerns=row.need_actor)
    return True


def _silent_sides(row: Introduction) -> tuple[str, ...]:
    """Who did not do yet what is waited for."""
    if row.state in (PROPOSED, READ):
        done = stage_of(row).agreed
    elif row.state == CONFIRMED:
        done = frozenset(Feedback.objects.filter(introduction=row).values_list("side", flat=True))
    else:
        done = frozenset()
    return tuple(side for side in SIDES if side not in done)
