"""Who sits at the machine shows the register, hands data over and erases, also for who has no account."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result
from tests.privacy.conftest import Sown

from wortel.people.models import Person
from wortel.site.cli.privacy import command


def run(*words: str, answer: str | None = None) -> Result:
    return CliRunner().invoke(command, words, input=answer)


def test_the_register_is_json_too(db: None) -> None:
    tables = {row["table"] for row in json.loads(run("register", "--json").output)["held"]}
    assert {"people.Person", "trail.Entry", "replies.Reply"} <= tables


@pytest.mark.parametrize("who", ["Sown@example.org", "ref"])
def test_data_are_handed_over_by_address_or_number(sown: Sown, who: str) -> None:
    exported = json.loads(run("export", sown.person.ref if who == "ref" else who).output)
    assert exported["number"] == sown.person.ref
    assert "replies.Reply" in {told["table"] for told in exported["held"]}


def test_erasing_asks_first(sown: Sown) -> None:
    assert run("erase", "sown@example.org", answer="n\n").exit_code == 1
    assert Person.objects.get().erased_at is None
    assert run("erase", "sown@example.org", "--yes").exit_code == 0
    assert Person.objects.get().erased_at is not None


def test_the_last_administrator_is_refused_in_one_sentence(administrator: Callable[..., Person]) -> None:
    administrator("een@example.org", "club")
    done = run("erase", "een@example.org", "--yes")
    assert done.exit_code == 1
    assert "opvolger" in done.output


def test_an_unknown_number_is_said(db: None) -> None:
    done = run("export", "bestaatniet")
    assert (done.exit_code, "Niemand met nummer bestaatniet" in done.output) == (1, True)


def test_an_unknown_address_has_nothing_to_erase(db: None) -> None:
    assert "Er was niets" in run("erase", "niemand@example.org", "--yes").output
