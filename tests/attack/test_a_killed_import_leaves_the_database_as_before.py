"""An import killed at its last step leaves the database as it was; two of the same file at once leave one."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from wortel.intake.actions import take_in as module
from wortel.intake.models import Import, Record, Source
from wortel.intake.public import Outcome, Request, naming, take_in
from wortel.shell.clock import now
from wortel.site.adapters import adapter_for
from wortel.site.given_table import GivenTable
from wortel.trail.public import By

BY = By.command("tests")

ROWS = "id,name,nis\n" + "".join(f"{number},Vereniging {number},44021\n" for number in range(1500))
PREPARE = """
from wortel.site.cli.main import open_django
open_django()
from wortel.site import installation
from wortel.shell.clock import now
from wortel.territory.public import load_reference
from wortel.trail.public import By
installation.make_tables()
load_reference(By.command("wortel setup"), now())
"""
KILLED = """
import os, signal
from wortel.site.cli.main import main, open_django
open_django()
from wortel.actors.adapter import ActorAdapter
ActorAdapter.finish = lambda self, at: os.kill(os.getpid(), signal.SIGKILL)
main(["import", "actors", "lijst.csv"])
"""
WHOLE = "from wortel.site.cli.main import main; main(['import', 'actors', 'lijst.csv'])"


def run(code: str, folder: Path) -> int:
    """Runs this program on an installation of its own in the folder."""
    surroundings = {"PATH": os.environ["PATH"], "WORTEL_DATA": str(folder), "PYTHONWARNINGS": "ignore"}
    done = subprocess.run([sys.executable, "-c", code], env=surroundings, cwd=folder, check=False, capture_output=True)
    return done.returncode


def kept(folder: Path) -> dict[str, int]:
    """Rows of every table."""
    with sqlite3.connect(folder / "wortel.sqlite3") as database:
        names = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: database.execute(f'SELECT COUNT(*) FROM "{name}"').fetchone()[0] for name in names}


def test_a_killed_import_leaves_the_database_as_before(tmp_path: Path) -> None:
    (tmp_path / "lijst.csv").write_text(ROWS)
    assert run(PREPARE, tmp_path) == 0
    before = kept(tmp_path)
    assert run(KILLED, tmp_path) == -signal.SIGKILL
    assert kept(tmp_path) == before
    assert run(WHOLE, tmp_path) == 0
    assert kept(tmp_path)["intake_record"] == 1500


@pytest.mark.django_db
def test_two_imports_of_one_file_at_once_leave_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "lijst.csv"
    file.write_text("id,name,nis\n1,Vereniging,44021\n")

    def bring() -> Outcome:
        given, at = GivenTable(file, None), now()
        request = Request(naming("lijst"), given.name, given.fingerprint())
        return take_in(BY, request, adapter_for("actors", at.date()), given.open, at)

    lock = module._locked

    def another_goes_first(source: Source) -> Source:
        monkeypatch.setattr(module, "_locked", lock)
        assert bring().applied
        return lock(source)

    monkeypatch.setattr(module, "_locked", another_goes_first)
    assert not bring().applied
    assert (Import.objects.count(), Record.objects.count()) == (1, 1)
