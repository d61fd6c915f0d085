"""The work in the background: sends what waits in the outbox, and runs the jobs of the day."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import close_old_connections, connections

from wortel.post.public import Round, run_daily, send_waiting
from wortel.shell.clock import now
from wortel.site.jobs import DAILY, Job, do_asked, is_asked

PAUSE = 0.4
"""Seconds between two looks at an empty outbox: a sign-in code leaves within a second."""

LONGEST_PAUSE = 30.0
"""Seconds between two looks when the database or the mail server does not answer."""

LOOK_AT_JOBS = timedelta(minutes=1)
"""How often the worker asks whether a job of the day is still to be done."""

LOOK_AT_ASKED = timedelta(seconds=5)
"""How often the worker asks whether someone asked for long work."""

_LOG = logging.getLogger("wortel.worker")


@dataclass(slots=True)
class Worker:
    """Works until `stop` is set, and finishes the mail it is at. Several may run at once, here and elsewhere."""

    stop: threading.Event = field(default_factory=threading.Event)
    jobs: Sequence[Job] = DAILY
    is_asked: Callable[[], bool] = is_asked
    do_asked: Callable[[Callable[[], datetime]], str | None] = do_asked
    clock: Callable[[], datetime] = now
    # Between turns a connection goes back to the pool; a process of its own keeps the one it has.
    rest: Callable[[], None] = close_old_connections
    _looked_at: dict[str, datetime] = field(default_factory=dict)
    _beside: threading.Thread | None = None

    def run(self) -> None:
        """Turn after turn; survives every error, with one line in the log, and comes back more slowly."""
        pause = PAUSE
        try:
            while not self.stop.is_set():
                try:
                    is_well = not self.turn().is_server_away
                except Exception as error:  # noqa: BLE001  (a worker that dies of one error sends nothing any more)
                    _LOG.error("%s: %s", type(error).__name__, str(error).partition("\n")[0])
                    connections.close_all()
                    is_well = False
                pause = PAUSE if is_well else min(pause * 2, LONGEST_PAUSE)
                self.rest()
                self.stop.wait(pause)
        finally:
            connections.close_all()

    def turn(self) -> Round:
        """The jobs that are due, then every mail that is ready: those of the jobs leave with it."""
        self.run_jobs()
        self.begin_asked()
        return send_waiting(self.clock, self.stop.is_set)

    def begin_asked(self) -> None:
        """Starts what people asked for in a thread beside the mail, which must not wait for it; one at a time."""
        at, before = self.clock(), self._looked_at.get("asked")
        if (before and at - before < LOOK_AT_ASKED) or (self._beside and self._beside.is_alive()):
            return
        self._looked_at["asked"] = at
        if not self.is_asked():
            return
        self._beside = threading.Thread(target=self._run_beside, name="wortel-asked", daemon=True)
        self._beside.start()

    def _run_beside(self) -> None:
        try:
            self.run_asked()
        finally:
            connections.close_all()

    def run_asked(self) -> str | None:
        """Does what was asked longest ago; what it said, `None` when nothing waits. Never raises."""
        try:
            sentence = self.do_asked(self.clock)
        except Exception as error:  # noqa: BLE001  (the next one that was asked must have its turn)
            _LOG.error("asked: %s: %s", type(error).__name__, str(error).partition("\n")[0])
            return None
        if sentence:
            _LOG.info("asked: %s", sentence)
        return sentence

    def run_jobs(self) -> list[str]:
        """What the jobs that ran now said. A job that fails is logged and does not stop the others."""
        said = []
        for job in self.jobs:
            at = self.clock()
            looked_at = self._looked_at.get(job.name)
            if at.hour < job.not_before or (looked_at and at - looked_at < LOOK_AT_JOBS) or self.stop.is_set():
                continue
            self._looked_at[job.name] = at
            try:
                sentence = run_daily(job.name, job.work, self.clock)
            except Exception as error:  # noqa: BLE001  (one job that fails stops no other)
                _LOG.error("job %s: %s: %s", job.name, type(error).__name__, str(error).partition("\n")[0])
                continue
            if sentence is not None:
                _LOG.info("job %s: %s", job.name, sentence)
                said.append(sentence)
        return said


def start_in_thread() -> Callable[[], None]:
    """Starts a worker beside the website; the callable stops it, after the mail it is at."""
    worker = Worker()
    thread = threading.Thread(target=worker.run, name="wortel-work", daemon=True)
    thread.start()

    def end() -> None:
        worker.stop.set()
        thread.join(timeout=10)  # what hangs longer is sent again by the next worker

    return end
