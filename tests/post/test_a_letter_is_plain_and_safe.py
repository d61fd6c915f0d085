"""A letter is plain Dutch text that fits, says that a program wrote it, and carries no header of a stranger."""

from __future__ import annotations

import pytest
from django.core import mail
from hypothesis import example, given
from hypothesis import strategies as st

from wortel.post.domain.address import NoMailAddress, address_of, masked, without_addresses
from wortel.post.domain.letter import headers_of, message_id, plain_text, subject_line, wrapped
from wortel.post.public import send_waiting

LINK = "https://wortel.example.org/uitnodiging/" + "a" * 90 + "/"


@pytest.mark.django_db
def test_a_newline_in_the_subject_starts_no_header(write, clock):
    write(subject="Dag\r\nBcc: bob@example.org\n\nEn dan dit")
    send_waiting(clock)
    sent = mail.outbox[0].message()
    assert sent["Subject"] == "Dag Bcc: bob@example.org En dan dit"
    assert sent["Bcc"] is None
    assert mail.outbox[0].recipients() == ["an@example.org"]


@pytest.mark.django_db
def test_every_letter_is_utf8_text_and_says_a_program_wrote_it(write, clock):
    write(text="Één coördinator – voilà")
    send_waiting(clock)
    sent = mail.outbox[0].message()
    assert sent.get_content_type() == "text/plain"
    assert sent.get_content_charset() == "utf-8"
    assert sent["Auto-Submitted"] == "auto-generated"
    assert "Één coördinator – voilà" in sent.get_payload(decode=True).decode()


@pytest.mark.django_db
def test_a_service_mail_cannot_be_unsubscribed_from(write, clock):
    write("sign_in:1", "sign_in")
    send_waiting(clock)
    sent = mail.outbox[0]
    assert "List-Unsubscribe" not in sent.extra_headers
    assert "afmelden" not in sent.body.lower()


def test_long_paragraphs_are_broken_and_links_stay_whole():
    text = wrapped("woord " * 60 + "\n" + LINK + "\n> " + "citaat " * 30)
    lines = text.split("\n")
    assert LINK in lines
    assert lines[-1] == "> " + ("citaat " * 30).rstrip()
    assert max(len(line) for line in lines[:-2]) <= 72


@given(st.text())
def test_whatever_is_typed_a_subject_is_one_printable_line(typed):
    subject = subject_line(typed)
    assert len(subject.splitlines()) <= 1
    assert len(subject) <= 200


@given(st.text())
def test_whatever_is_typed_a_text_can_be_written(typed):
    plain_text(typed).encode()
    assert "\x00" not in plain_text(typed)


@given(st.text())
@example("0@\U00012544")
def test_what_passes_as_an_address_stays_on_its_line(typed):
    try:
        address = address_of(typed)
    except NoMailAddress:
        return
    assert len(address.splitlines()) == 1
    assert address.isprintable()
    assert "," not in address


def test_one_address_has_one_form():
    assert address_of(" An@Example.org ") == "an@example.org"
    assert masked("an@example.org") == "a…@example.org"
    assert without_addresses("550 <an@example.org>: weg") == "550 <<adres>>: weg"


def test_the_number_of_a_mail_follows_from_its_key_and_our_domain():
    number = message_id("invitation:1", "Wortel <post@wortel.example.org>")
    assert number == message_id("invitation:1", "post@wortel.example.org")
    assert number != message_id("invitation:2", "post@wortel.example.org")
    assert number.endswith("@wortel.example.org>")


def test_only_with_an_address_to_unsubscribe_there_are_headers_for_it():
    assert headers_of("k", "a@b.be", "https://b.be/x")["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "List-Unsubscribe-Post" not in headers_of("k", "a@b.be", "")
