"""`wortel move` brings everything to another engine and back, compares it, and touches nothing where it came from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from installed import Installed, installed

FILL = """
from wortel.site.cli.main import open_django
open_django()
from django.db import transaction
from wortel.people.models import Person
from wortel.post.domain.kinds import KINDS
from wortel.post.public import put_in_outbox
from wortel.shell.clock import now
from wortel.trail.public import By, leave
with transaction.atomic():
    person = Person.objects.create(name="Amélie Voorbeeld", email="amelie@example.org", joined_at=now())
    put_in_outbox("proef:1", next(iter(KINDS)), "amelie@example.org", "Onderwerp", "Tekst €", at=now())
    leave(By.work("proef"), "person.joined", f"person:{person.ref}", at=now(), after={"name": person.name})
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """On SQLite, whatever engine it moves to."""
    made = Installed(tmp_path_factory.mktemp("house"), "")
    assert made.run("setup").returncode == 0
    assert made.execute(FILL).returncode == 0
    return made


def test_there_and_back_is_the_same(house: Installed, tmp_path: Path) -> None:
    with installed(tmp_path, "there") as there:
        target = replace(there, url=there.url or f"sqlite:///{there.folder / 'wortel.sqlite3'}")
        done = house.run("move", "--to", target.url)
        assert done.returncode == 0, done.stderr
        assert "zijn gelijk" in done.stdout
        engines = replace(house, url=f"sqlite:///{tmp_path / 'terug.sqlite3'}")
        back = target.run("move", "--to", engines.url)
        assert back.returncode == 0, back.stderr
        entries = "SELECT number, hash FROM trail_entry ORDER BY number"
        before = house.ask(entries)
        after = Installed(tmp_path, "").ask_file(tmp_path / "terug.sqlite3", entries)
        assert after[: len(before)] == before
        people = "SELECT ref, name, email FROM people_person"
        assert Installed(tmp_path, "").ask_file(tmp_path / "terug.sqlite3", people) == house.ask(people)
        again = house.run("move", "--to", target.url)
        assert again.returncode == 1
        assert "bevat al gegevens" in again.stderr
        assert "niet aangeraakt" in again.stderr


def test_a_house_that_does_not_answer_is_one_sentence(house: Installed) -> None:
    done = house.run("move", "--to", "postgres://iemand@127.0.0.1:9/iets")
    assert done.returncode == 1
    assert "In de nieuwe databank: " in done.stderr
    assert len([line for line in done.stderr.splitlines() if line.startswith("Fout: ")]) == 1
    assert house.tables()
