"""The same run serves the night, the worker that does what people asked for, and the command."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from listings import AT, BALEN, BY, need, offer, proposed

from wortel.introductions.actions.ask_run import RunRefused, ask_run
from wortel.introductions.actions.begin_run import begin_run
from wortel.introductions.actions.run_waiting import run_of_the_night
from wortel.introductions.domain.run_scope import RunScope
from wortel.introductions.models import Run
from wortel.shell import clock
from wortel.site import jobs
from wortel.site.cli.matching import command
from wortel.site.worker import Worker

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: AT)


def test_the_night_runs_each_world_apart() -> None:
    need("n")
    offer("o")
    need("demo-n", is_fictional=True)
    offer("demo-o", is_fictional=True)
    runs = run_of_the_night(BY, lambda: AT)
    assert [run.is_fictional for run in runs] == [False, True]
    assert proposed() == [("demo-n", "demo-o"), ("n", "o")]


def test_the_job_of_the_night_asks_so_that_mail_need_not_wait_and_a_second_one_says_so() -> None:
    need("n")
    offer("o")
    worker = Worker(jobs=(), clock=lambda: AT)
    job = next(job for job in jobs.DAILY if job.name == "introductions.run")
    assert job.work(AT) == "Rondes gevraagd: 1."
    assert proposed() == []
    assert "Hiervoor wacht of loopt al een ronde" in job.work(AT)
    assert (worker.run_asked() or "").startswith("1 nieuw voorstel, voor 1 keer gevraagd.")
    assert proposed() == [("n", "o")]


def test_the_worker_does_what_was_asked_and_nothing_when_nothing_was() -> None:
    need("n")
    offer("o")
    worker = Worker(jobs=(), clock=lambda: AT)
    assert not worker.is_asked()
    ask_run(BY, RunScope("referentieregio", "REFREG13"), AT)
    assert worker.is_asked()
    assert (worker.run_asked() or "").startswith("1 nieuw voorstel")
    assert not worker.is_asked()
    assert worker.run_asked() is None


def test_what_is_asked_waits_while_another_run_is_under_way() -> None:
    first = ask_run(BY, RunScope(), AT)
    begin_run(BY, first.ref, AT)
    ask_run(BY, RunScope("referentieregio", "REFREG13"), AT)
    assert Worker(jobs=(), clock=lambda: AT).run_asked() is None
    assert Run.objects.filter(began_at=None, ended_at=None).count() == 1


def test_a_command_that_cannot_begin_leaves_nothing_waiting() -> None:
    first = ask_run(BY, RunScope(), AT)
    begin_run(BY, first.ref, AT)
    answer = CliRunner().invoke(command, ["records", "--scope", "regio:REFREG13"])
    assert answer.exit_code == 1
    assert "Er loopt al een ronde" in answer.output
    assert not Run.objects.filter(began_at=None, ended_at=None).exists()


def test_the_command_takes_a_region_or_some_municipalities() -> None:
    need("n")
    offer("o")
    need("in-balen", at=BALEN)
    offer("p", at=BALEN)
    answer = CliRunner().invoke(command, ["records", "--scope", "gemeenten:13003", "--json"])
    assert json.loads(answer.output)[0]["proposed"] == 1
    assert proposed() == [("in-balen", "p")]
    assert CliRunner().invoke(command, ["records", "--scope", "regio:REFREG13"]).exit_code == 0
    assert len(proposed()) == 2


@pytest.mark.parametrize("scope", ["regio:REFREG99", "gemeenten:99999", "gemeenten:", "ergens"])
def test_a_scope_that_nobody_knows_is_refused_in_a_sentence(scope: str) -> None:
    answer = CliRunner().invoke(command, ["records", "--scope", scope])
    assert answer.exit_code == 1
    assert answer.output.startswith(("Error: ", "Fout: "))  # Dutch as soon as `wortel` itself began here
    assert not Run.objects.exists()


def test_a_scope_is_one_thing() -> None:
    with pytest.raises(ValueError, match="an area or at municipalities"):
        RunScope("referentieregio", "REFREG13", ("44021",))
    assert issubclass(RunRefused, ValueError)
