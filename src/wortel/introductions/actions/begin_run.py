"""Takes a run that was asked in hand: one at a time in each world."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction

from wortel.introductions.actions.ask_run import RunRefused, end_dead_runs
from wortel.introductions.models import Run
from wortel.kernel.reason import Reason
from wortel.trail.public import By, leave


def begin_run(by: By, ref: str, at: datetime) -> Run:
    """The run, now under way. Raises `RunRefused`: another one is under way, or this one was taken already."""
    with transaction.atomic():
        end_dead_runs(at)
        run = Run.objects.select_for_update().filter(ref=ref, began_at=None, ended_at=None).first()
        if run is None:
            raise RunRefused(Reason.of("introductions.run_taken_already"))
        if other := Run.objects.filter(is_fictional=run.is_fictional, ended_at=None).exclude(began_at=None).first():
            since = other.began_at.isoformat() if other.began_at else ""
            raise RunRefused(Reason.of("introductions.run_under_way", since=since))
        run.began_at = at
        try:
            with transaction.atomic():
                run.save(update_fields=["began_at"])
        except IntegrityError as error:  # two at the same instant on PostgreSQL: the table lets one through
            raise RunRefused(Reason.of("introductions.run_under_way", since=at.isoformat())) from error
        leave(by, "run.begun", f"run:{ref}", at=at)
    return run
