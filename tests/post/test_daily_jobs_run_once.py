"""A job of the day runs once a day, whatever number of workers looks; one that fails is tried again later."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from wortel.post.actions.run_daily import LEASE, MOST_TRIES, run_daily
from wortel.post.models import JobRun
from wortel.site.jobs import DAILY, Job
from wortel.site.worker import Worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def done() -> list[datetime]:
    return []


@pytest.fixture
def job(done) -> Callable[[datetime], str]:
    def work(at: datetime) -> str:
        done.append(at)
        return "Gedaan."

    return work


def test_it_runs_once_a_day(clock, job, done):
    assert run_daily("les", job, clock) == "Gedaan."
    assert run_daily("les", job, clock) is None
    clock.turn(days=1)
    assert run_daily("les", job, clock) == "Gedaan."
    assert len(done) == 2


def test_two_jobs_do_not_stop_each_other(clock, job, done):
    run_daily("les", job, clock)
    run_daily("pauze", job, clock)
    assert len(done) == 2


def test_while_one_worker_is_at_it_another_is_not(clock, job, done):
    def meanwhile(at: datetime) -> str:
        assert run_daily("les", job, clock) is None
        return "Gedaan."

    assert run_daily("les", meanwhile, clock) == "Gedaan."
    assert done == []


def test_what_fails_is_tried_again_when_the_lease_ends_but_not_for_ever(clock):
    tries = []

    def fails(at: datetime) -> str:
        tries.append(at)
        raise ValueError("stuk")

    for _ in range(MOST_TRIES):
        with pytest.raises(ValueError, match="stuk"):
            run_daily("les", fails, clock)
        assert run_daily("les", fails, clock) is None
        clock.turn(seconds=LEASE.total_seconds())
    assert run_daily("les", fails, clock) is None
    assert len(tries) == MOST_TRIES
    assert JobRun.objects.get().sentence == "ValueError"


def test_no_job_starts_before_its_hour(clock, job, done):
    worker = Worker(jobs=[Job("les", job, not_before=13)], clock=clock)
    assert worker.run_jobs() == []
    clock.turn(hours=1)
    assert worker.run_jobs() == ["Gedaan."]


def test_a_job_that_fails_stops_no_other(clock, job):
    def fails(at: datetime) -> str:
        raise ValueError

    worker = Worker(jobs=[Job("stuk", fails), Job("les", job)], clock=clock)
    assert worker.run_jobs() == ["Gedaan."]


def test_names_of_jobs_are_their_own_and_fit():
    names = [job.name for job in DAILY]
    assert len(set(names)) == len(names)
    assert max(map(len, names)) <= 60


def test_every_job_of_today_runs_on_an_empty_installation(clock):
    sentences = Worker(clock=clock).run_jobs()
    assert len(sentences) == sum(job.not_before <= clock().hour for job in DAILY)
    assert all(sentence.endswith(".") for sentence in sentences)
