"""A sign-in code is not kept after it left or when it is too late; other mail is emptied in time."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail

from wortel.post.domain.retention import KEEP_PARKED, KEEP_RECIPIENT, KEEP_TEXT
from wortel.post.public import Message, forget_sent, send_waiting

pytestmark = pytest.mark.django_db


def test_no_text_is_left_after_a_sign_in_mail(write, clock):
    write("sign_in:1", "sign_in", text="Je code is 123456")
    send_waiting(clock)
    assert "123456" in mail.outbox[0].body
    assert Message.objects.get().text == ""


def test_the_text_of_another_mail_is_still_there(write, clock):
    write()
    send_waiting(clock)
    assert "Wil je mee?" in Message.objects.get().text


def test_a_code_nobody_waits_for_any_more_is_not_sent_and_not_kept(write, clock):
    write("sign_in:1", "sign_in", text="Je code is 123456")
    clock.turn(minutes=16)
    assert send_waiting(clock).sent == 0
    message = Message.objects.get()
    assert (message.text, message.parked_at) == ("", clock())


def test_the_demo_keeps_codes_to_show_them(write, clock, settings):
    settings.DEMO_MAILBOX = True
    write("sign_in:1", "sign_in", text="Je code is 123456")
    send_waiting(clock)
    assert "123456" in Message.objects.get().text


def test_a_sent_mail_loses_its_text_and_later_its_address_but_not_its_key(write, clock):
    key = write(person="ref")
    send_waiting(clock)
    day = timedelta(days=1)
    assert forget_sent(clock() + KEEP_TEXT - day) == 0
    assert forget_sent(clock() + KEEP_TEXT) == 1
    message = Message.objects.get(key=key)
    assert (message.subject, message.text, message.recipient) == ("", "", "an@example.org")
    forget_sent(clock() + KEEP_RECIPIENT)
    message = Message.objects.get(key=key)
    assert (message.recipient, message.person) == ("", "")


def test_a_waiting_mail_is_never_emptied_and_a_parked_one_later(write, clock):
    write("invitation:1")
    write("invitation:2")
    Message.objects.filter(key="invitation:2").update(parked_at=clock())
    forget_sent(clock() + KEEP_PARKED)
    assert Message.objects.get(key="invitation:1").text != ""
    assert Message.objects.get(key="invitation:2").text == ""
