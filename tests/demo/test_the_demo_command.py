from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from wortel.intake.public import name_source
from wortel.shell.clock import now
from wortel.site.cli import demo
from wortel.site.cli.main import command
from wortel.trail.public import By

BY = By.command("tests")

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, ["demo", *arguments])


def test_build_says_what_it_does_and_remove_takes_it_away() -> None:
    built = run("build", "--size", "s", "--seed", "3")
    assert built.exit_code == 0, built.output
    assert "Voorbeeld-jeugdregister (fictief)" in built.output
    assert "De demowereld S met zaad 3 staat klaar" in built.output
    assert "Er is niets veranderd" in run("build", "--size", "S", "--seed", "3").output
    assert "De demowereld is weg" in run("remove").output
    assert "Er was geen demowereld" in run("remove").output


def test_json_holds_the_counts_and_nothing_else_on_stdout() -> None:
    told = json.loads(run("build", "--size", "S", "--json").stdout)
    assert told["changed"] is True
    assert told["size"] == "S"
    assert told["evidence"] > 50
    assert json.loads(run("remove", "--json").stdout)["removed_records"] > 100


def test_real_records_are_refused_in_one_sentence(monkeypatch) -> None:
    monkeypatch.setattr("wortel.demo.actions.build_world.holds_real_records", lambda besides: True)
    name_source(BY, "echt", at=now())
    refused = run("build", "--size", "S")
    assert refused.exit_code == 1
    assert refused.output.count("\n") == 1
    assert "--force" in refused.output


def test_a_size_that_does_not_exist_is_refused() -> None:
    assert run("build", "--size", "XL").exit_code == 2


def test_demo_alone_prepares_builds_once_and_serves(monkeypatch, settings) -> None:
    settings.IS_DEMO = settings.DEMO_MAILBOX = False  # what serving the demo switches on is off again afterwards
    served: list[tuple[str, int]] = []
    monkeypatch.setattr("wortel.site.cli.setup.prepare", lambda say: {})
    monkeypatch.setattr("wortel.site.cli.serve.serve", lambda host, port: served.append((host, port)))
    monkeypatch.setattr(demo, "FIRST_WORLD", ("S", 1))
    first, second = run("--port", "8123"), run("--port", "8123")
    assert first.exit_code == second.exit_code == 0, first.output + second.output
    assert "inlezen" in first.output
    assert "Voorstellen om vraag en aanbod samen te brengen: " in first.output
    assert "Voorstellen" not in second.output
    assert "Demowereld: in orde (S, zaad 1)" in second.output
    assert served == [("127.0.0.1", 8123)] * 2
