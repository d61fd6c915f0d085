"""`wortel post` shows what waits, left or was given up, and tries again."""

from __future__ import annotations

import json
import smtplib

import pytest
from click.testing import CliRunner, Result

from wortel.post.public import Message, send_waiting
from wortel.site.cli.post import command
from wortel.trail.models import Entry

pytestmark = pytest.mark.django_db


def said(*words: str) -> Result:
    return CliRunner().invoke(command, words)


@pytest.fixture
def parked(write, clock, server) -> str:
    key: str = write()
    server.troubles = [smtplib.SMTPRecipientsRefused({"an@example.org": (550, b"an@example.org unknown")})]
    send_waiting(clock)
    return key


def test_a_parked_mail_is_seen_with_what_went_wrong_and_half_its_address(parked):
    text = said("list", "--state", "parked").output
    assert parked in text
    assert "550" in text
    assert "a…@example.org" in text
    assert "an@example.org" not in text
    (row,) = json.loads(said("list", "--state", "parked", "--json").output)
    assert (row["key"], row["state"], row["attempts"]) == (parked, "parked", 1)


def test_an_empty_state_says_so(parked):
    assert said("list").output == "Er is geen mail in deze staat.\n"


def test_one_mail_is_tried_again_and_it_is_on_the_trail(parked):
    assert said("retry", parked).exit_code == 0
    assert Message.objects.get().parked_at is None
    assert Entry.objects.filter(verb="mail.retried").exists()
    assert "is niet opgegeven" in said("retry", parked).output


def test_all_are_tried_again(parked):
    assert said("retry", "--all-parked").output == "1 mail opnieuw te versturen.\n"
    assert said("retry", "--all-parked").output == "0 mails opnieuw te versturen.\n"


def test_show_hides_a_code(write):
    write("sign_in:1", "sign_in", text="Je code is 123456")
    assert "123456" not in said("show", "sign_in:1").output
    write(text="Wil je mee?")
    assert "Wil je mee?" in said("show", "invitation:1").output


def test_what_is_not_there_or_not_said_is_one_sentence():
    assert "bestaat niet" in said("show", "niets").output
    assert "bestaat niet" in said("retry", "niets").output
    assert "Geef een sleutel, of --all-parked." in said("retry").output
