"""`wortel check trail`: one sentence and a status; `wortel check` looks at everything."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from wortel.site.cli.main import command
from wortel.trail.guards import unguard, unguarded
from wortel.trail.models import Entry

pytestmark = pytest.mark.usefixtures("ten_entries")


def check(*parts: str) -> Result:
    return CliRunner().invoke(command, ["check", *parts])


def test_a_whole_trail_is_said_in_one_sentence() -> None:
    done = check("trail")
    assert done.exit_code == 0
    assert done.output.startswith("goed  Het logboek is heel: 10 regels, de laatste met vingerafdruk ")
    assert done.output.count("\n") == 1


def test_a_broken_trail_names_the_entry_and_fails() -> None:
    with unguarded():
        Entry.objects.filter(number=4).update(person="iemand-anders")
    done = check("trail", "--json")
    assert done.exit_code == 1
    assert [finding["sentence"] for finding in json.loads(done.output)] == [
        "Het logboek is gebroken: regel 4 is gewijzigd nadat ze geschreven werd."
    ]


def test_a_database_that_no_longer_guards_the_trail_is_found() -> None:
    unguard()
    done = check("trail")
    assert done.exit_code == 1
    assert "laat toe dat het logboek gewijzigd wordt" in done.output


def test_without_a_part_everything_is_looked_at() -> None:
    assert "Het logboek is heel" in check().output
    assert "vrij voor" in check().output


def test_an_unknown_part_is_refused_with_the_known_ones() -> None:
    done = check("spoorweg")
    assert done.exit_code == 2
    assert "trail" in done.output
