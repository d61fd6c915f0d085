"""A machine that dies while a backup is put back leaves what was there, or what was put back; never half of either."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from installed import ON_POSTGRESQL, RUN, Installed, installed

KILLS = int(os.environ.get("WORTEL_KILLS", "2"))
MARK = """
from wortel.site.cli.main import open_django
open_django()
from django.db import transaction
from wortel.shell.clock import now
from wortel.trail.public import By, leave
with transaction.atomic():
    leave(By.work("proef"), "proof.written", "proof:mark", at=now())
"""
DIES = """
import os, signal, sys
from wortel.site.cli.main import main, open_django
open_django()
from pathlib import Path
from wortel.site import backup_postgresql, backup_sqlite, installation, restore
place, name, when = sys.argv[1].split(":")
holder = {"restore": restore, "sqlite": backup_sqlite, "postgresql": backup_postgresql, "tables": installation,
          "path": Path}[place]
real = getattr(holder, name)
def dying(*words, **named):
    if when == "before":
        os.kill(os.getpid(), signal.SIGKILL)
    real(*words, **named)
    os.kill(os.getpid(), signal.SIGKILL)
setattr(holder, name, dying)
main(sys.argv[2:])
"""
OLD, NEW = (1, 0), (0, 1)
"""How often the trail says `proof.written` and `backup.restored`: what stood there was marked after the backup."""
MOMENTS = {
    "restore:unpack:before": OLD,
    "restore:unpack:after": OLD,
    "restore:_refuse_difference:after": OLD,
    "restore:_sign:after": OLD,
    **(
        {"postgresql:put_back:before": OLD, "tables:make_tables:before": NEW, "tables:make_tables:after": NEW}
        if ON_POSTGRESQL
        else {"sqlite:switch:before": OLD, "sqlite:_on_disk:before": OLD, "sqlite:switch:after": NEW}
    ),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installed]:
    with installed(tmp_path_factory.mktemp("killed"), "killed") as made:
        assert made.run("setup").returncode == 0
        assert made.run("backup", str(made.folder / "oud.backup")).returncode == 0
        assert made.execute(MARK).returncode == 0
        yield made


@pytest.fixture(scope="module")
def other(site: Installed, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installed]:
    """The same as `site`, to be killed at random."""
    with installed(tmp_path_factory.mktemp("random"), "random") as made:
        assert made.run("restore", str(site.folder / "oud.backup")).returncode == 0
        yield made


def test_a_restore_killed_at_each_step(site: Installed) -> None:
    file = str(site.folder / "oud.backup")
    outcomes = {}
    for moment in MOMENTS:
        if standing(site) == NEW:
            break  # from here on the new one stands; what stood there before is gone, as it should be
        done = site.execute(DIES, moment, "restore", file, "--replace")
        assert done.returncode == -signal.SIGKILL, f"{moment}: {done.stderr}"
        outcomes[moment] = standing(site)
    assert outcomes == {moment: MOMENTS[moment] for moment in outcomes}
    assert NEW in outcomes.values()
    assert site.run("restore", file, "--replace").returncode == 0
    assert not list(site.folder.glob("*.restoring*"))


def test_a_restore_killed_at_random(site: Installed, other: Installed) -> None:
    file, chance = str(site.folder / "oud.backup"), random.Random(20261122)
    whole, tables = other.contents(), other.tables()
    started = time.monotonic()
    assert other.run("restore", file, "--replace").returncode == 0
    seconds = time.monotonic() - started
    for _ in range(KILLS):
        assert other.execute(MARK).returncode == 0
        before = standing(other)
        with other.start(RUN, "restore", file, "--replace") as restoring:
            time.sleep(chance.uniform(0.4, 1.0) * seconds)
            restoring.kill()
        assert standing(other) in {before, NEW}, "neither the old nor the new"
        assert (other.contents(), other.tables()) == (whole, tables)


def standing(site: Installed) -> tuple[int, int]:
    said = [verb for (verb,) in site.ask("SELECT verb FROM trail_entry")]
    return said.count("proof.written"), said.count("backup.restored")


@pytest.mark.skipif(ON_POSTGRESQL, reason="when it is at work is seen by its file")
def test_who_kills_a_restore_into_another_place_kills_the_work_itself(site: Installed, tmp_path: Path) -> None:
    with installed(tmp_path, "elsewhere") as made:
        running = site.start(RUN, "restore", str(site.folder / "oud.backup"), "--into", made.place)
        until = time.monotonic() + 30
        while not list(made.folder.glob("*.restoring")) and time.monotonic() < until:
            time.sleep(0.005)
        running.kill()
        assert running.stdout is not None
        # A child that went on would keep this open, and say that it is done.
        assert running.stdout.read() == ""
        assert running.wait() == -signal.SIGKILL
