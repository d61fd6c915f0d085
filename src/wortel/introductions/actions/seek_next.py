"""Proposes the next best offer to a need, when a proposal ended undone."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.introductions.actions.placing import Grounds, Placed, lock_both, place
from wortel.introductions.actions.refused import IntroductionRefused
from wortel.introductions.domain.states import ENGINE
from wortel.introductions.models import Introduction
from wortel.introductions.queries.candidates import best_for
from wortel.shell.clock import BRUSSELS


def seek_next(ended: Introduction, at: datetime) -> Placed | None:
    """The proposal that takes its place, in the caller's transaction; `None` when no offer fits. `leave_placed` must
    follow. An offer that fills up at this very moment is passed over.
    """
    for best in best_for(ended.need, at.astimezone(BRUSSELS).date()):
        try:
            with transaction.atomic():
                need, offer = lock_both(ended.need, best.offer, at)
                return place(
                    need, offer, origin=Introduction.Origin.ENGINE, proposed_by=ENGINE, person="", at=at,
                    grounds=Grounds(best.reasons, best.score, best.km),
                )  # fmt: skip
        except IntroductionRefused:
            continue
    return None
