"""Asks for a run; the worker does it."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from wortel.introductions.domain.run_scope import RunScope
from wortel.introductions.models import Run
from wortel.introductions.runs_rulebook import runs_rulebook
from wortel.kernel.reason import Reason
from wortel.shell.refs import new_ref
from wortel.trail.public import By, leave


class RunRefused(ValueError):
    """There is no run to be had now; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.key)
        self.reason = reason


def ask_run(by: By, scope: RunScope, at: datetime, *, is_fictional: bool = False) -> Run:
    """Puts a run in the queue. Raises `RunRefused` when one for the same scope waits or is under way."""
    with transaction.atomic():
        end_dead_runs(at)
        waiting = Run.objects.filter(ended_at=None, is_fictional=is_fictional)
        same = waiting.filter(scheme=scope.scheme, area=scope.area, municipalities=list(scope.municipalities))
        if same.exists():
            raise RunRefused(Reason.of("introductions.run_asked_already"))
        run = Run.objects.create(
            ref=f"demo-{new_ref()[5:]}" if is_fictional else new_ref(),
            scheme=scope.scheme,
            area=scope.area,
            municipalities=list(scope.municipalities),
            asked_by=by.person,
            asked_at=at,
            is_fictional=is_fictional,
        )
        leave(by, "run.asked", f"run:{run.ref}", at=at, after={"scope": scope.name})
    return run


def patience(at: datetime) -> timedelta:
    """How long a run may be silent before it counts as dead."""
    return timedelta(minutes=runs_rulebook().number("run_minutes", at.date()))


def end_dead_runs(at: datetime) -> int:
    """Closes runs that began too long ago to be alive: what they would have written is not there. Says how many."""
    dead = Run.objects.filter(ended_at=None, began_at__lte=at - patience(at))
    return int(dead.update(ended_at=at, failed="introductions.run_died"))
