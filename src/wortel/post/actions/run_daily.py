"""Runs a daily job once a day, whatever number of workers there is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from wortel.post.models import JobRun

LEASE = timedelta(minutes=15)
"""How long a worker has before another takes the job over; a job can be run twice without harm."""

MOST_TRIES = 5


def run_daily(name: str, job: Callable[[datetime], str], clock: Callable[[], datetime]) -> str | None:
    """What the job said; `None` when it ran today, failed too often, or another worker is at it.

    What the job raises is written down and raised again; it is tried again when the lease ends.
    """
    run = _claim(name, clock())
    if run is None:
        return None
    try:
        sentence = job(clock())
    except Exception as error:
        _ours(run).update(sentence=f"{type(error).__name__}"[:300])
        raise
    _ours(run).update(done_at=clock(), sentence=sentence[:300])
    return sentence


def _claim(name: str, at: datetime) -> JobRun | None:
    day = at.date()
    if JobRun.objects.filter(name=name, day=day, done_at__isnull=False).exists():
        return None  # without taking SQLite's only write lock
    with transaction.atomic():
        JobRun.objects.get_or_create(name=name, day=day, defaults={"lease_until": at})
        run = JobRun.objects.select_for_update(skip_locked=True).filter(name=name, day=day).first()
        if run is None or run.done_at or run.lease_until > at or run.attempts >= MOST_TRIES:
            return None
        run.attempts += 1
        run.lease_until = at + LEASE
        run.save(update_fields=["attempts", "lease_until"])
    return run


def _ours(run: JobRun) -> QuerySet[JobRun]:
    return JobRun.objects.filter(pk=run.pk, attempts=run.attempts)
