"""What the worker does: the run of the night in each world, and the runs that people asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from wortel.exchange.public import Listing
from wortel.introductions.actions.ask_run import RunRefused, ask_run
from wortel.introductions.actions.run_matching import do_run, run_matching
from wortel.introductions.domain.run_scope import RunScope
from wortel.introductions.models import Run
from wortel.trail.public import By

Clock = Callable[[], datetime]


def run_of_the_night(by: By, clock: Clock) -> list[Run]:
    """A run over all of Flanders, among the real and, where there is any, among the fictional. Raises `RunRefused`."""
    return [run_matching(by, RunScope(), clock, is_fictional=world) for world in _worlds()]


def ask_runs_of_the_night(by: By, at: datetime) -> list[Run]:
    """Asks for the same runs and returns at once: who does what is asked does them. Raises `RunRefused`."""
    return [ask_run(by, RunScope(), at, is_fictional=world) for world in _worlds()]


def _worlds() -> list[bool]:
    return [False, True] if Listing.objects.filter(is_fictional=True).exists() else [False]


def run_next_asked(by: By, clock: Clock) -> Run | None:
    """Does the run that was asked longest ago; `None`: none waits, or another is under way and it waits on."""
    waiting = Run.objects.filter(began_at=None, ended_at=None).order_by("asked_at", "pk").first()
    if waiting is None:
        return None
    try:
        return do_run(by, waiting.ref, clock)
    except RunRefused:
        return None


def runs_wait() -> bool:
    """Whether a run was asked that did not begin. One query."""
    return Run.objects.filter(began_at=None, ended_at=None).exists()
