"""Who is told what: mandates that are nearly over, requests that nobody answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from click.testing import CliRunner
from mandate_cast import AT, CLUB, SITE, TODAY, by

from wortel.people.actions.answer_request import answer_request
from wortel.people.actions.ask_organisation import ask_organisation
from wortel.people.actions.remind_of_expiry import remind_of_expiry
from wortel.people.domain.policy import PATIENCE
from wortel.people.domain.scope import Scope
from wortel.people.models import Invitation, Mandate, Person
from wortel.people.queries import held_mandates, stalled_requests
from wortel.people.refused import NotAllowed
from wortel.people.wording import _REASONS
from wortel.post.models import Message
from wortel.site.cli.main import command

Holder = Callable[..., tuple[Person, Mandate]]
Make = Callable[[str], Person]


def test_holder_and_administrators_hear_once_that_a_mandate_is_nearly_over(holder: Holder) -> None:
    holder("noor")
    holder("bram", "editor", until=TODAY + timedelta(days=30))
    holder("eva", "editor", until=TODAY + timedelta(days=31))
    assert [remind_of_expiry(AT), remind_of_expiry(AT + timedelta(minutes=5))] == [1, 1]
    sent = Message.objects.filter(kind="expiry").values_list("recipient", flat=True)
    assert sorted(sent) == ["bram@example.org", "noor@example.org"]


def test_a_request_reaches_every_administrator(holder: Holder, person: Make) -> None:
    holder("noor"), holder("pim"), holder("eva", "editor")
    jef = person("jef")
    ask_organisation(by(jef, ""), jef, CLUB, "Club", "editor", "Ik geef er les", site=SITE, at=AT)
    sent = Message.objects.filter(kind="colleague")
    assert sorted(sent.values_list("recipient", flat=True)) == ["noor@example.org", "pim@example.org"]
    assert all("Ik geef er les" in mail.text for mail in sent)


def test_a_request_where_nobody_administers_reaches_the_platform(holder: Holder, person: Make) -> None:
    holder("paula", "platform_administrator", Scope())
    jef = person("jef")
    ask_organisation(by(jef, ""), jef, CLUB, "Club", "administrator", "Niemand doet het", site=SITE, at=AT)
    assert Message.objects.get(kind="colleague").recipient == "paula@example.org"


def test_the_answer_reaches_who_asked(holder: Holder, person: Make) -> None:
    (noor, _mandate), jef = holder("noor"), person("jef")
    asked = ask_organisation(by(jef, ""), jef, CLUB, "Club", "editor", "Ik", site=SITE, at=AT)
    answer_request(by(noor), asked.ref, accepted=False, answer="We kennen je niet.", site=SITE, at=AT)
    assert "We kennen je niet." in Message.objects.get(recipient="jef@example.org").text
    assert held_mandates(jef.pk, TODAY) == ()


def test_when_nobody_answers_the_platform_may_after_a_while(holder: Holder, person: Make) -> None:
    holder("noor")
    paula, _mandate = holder("paula", "platform_administrator", Scope())
    jef = person("jef")
    asked = ask_organisation(by(jef, ""), jef, CLUB, "Club", "administrator", "Noor is weg", site=SITE, at=AT)
    with pytest.raises(NotAllowed):
        answer_request(by(paula, ""), asked.ref, accepted=True, answer="", site=SITE, at=AT)
    later = AT + PATIENCE
    assert [row.ref for row in stalled_requests(later - PATIENCE, later)] == [asked.ref]
    answer_request(by(paula, ""), asked.ref, accepted=True, answer="", site=SITE, at=later)
    assert [held.capacity for held in held_mandates(jef.pk, later.date())] == ["administrator"]


def test_a_second_answer_finds_the_request_closed(holder: Holder, person: Make) -> None:
    (noor, _mandate), jef = holder("noor"), person("jef")
    asked = ask_organisation(by(jef, ""), jef, CLUB, "Club", "editor", "Ik", site=SITE, at=AT)
    answer_request(by(noor), asked.ref, accepted=True, answer="", site=SITE, at=AT)
    with pytest.raises(NotAllowed) as refused:
        answer_request(by(noor), asked.ref, accepted=False, answer="Toch niet", site=SITE, at=AT)
    assert refused.value.reason.key == "people.asked_accepted"
    assert Mandate.objects.filter(person=jef).count() == 1


def test_every_reason_the_decisions_give_has_its_words() -> None:
    import re
    from pathlib import Path

    import wortel.people

    source = Path(wortel.people.__file__).parent
    files = [source / "permissions.py", *(source / "domain").glob("*.py"), *(source / "actions").glob("*.py")]
    named = {key for file in files for key in re.findall(r'\.no\(\s*"(people\.[a-z_]+)"', file.read_text())}
    named |= {f"people.{way}_{state}" for way in ("invited", "asked") for state in ("accepted", "declined")}
    assert named <= set(_REASONS)


@pytest.mark.django_db
def test_the_first_platform_administrator_is_invited_from_the_command_line() -> None:
    said = CliRunner().invoke(
        command, ["people", "invite", "paula@example.org", "--capacity", "platform_administrator", "--json"]
    )
    assert (said.exit_code, "/uitnodiging/" in said.output) == (0, True)
    assert Invitation.objects.get().made_by == ""
    again = CliRunner().invoke(command, ["people", "invite", "p@example.org", "--capacity", "catalyst"])
    assert again.exit_code == 1


def test_the_command_line_says_who_could_then(holder: Holder) -> None:
    holder("noor", at=AT - timedelta(days=10))
    asked = ["people", "who", "--organisation", CLUB, "--json", "--on"]
    assert "Noor" in CliRunner().invoke(command, [*asked, str(TODAY)]).output
    assert CliRunner().invoke(command, [*asked, str(TODAY - timedelta(days=11))]).output.strip() == "[]"
