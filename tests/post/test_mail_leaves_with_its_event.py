"""A mail is written with the event it tells of, once, and leaves when that event stands."""

from __future__ import annotations

import pytest
from django.core import mail
from django.db import transaction

from wortel.post.domain.kinds import UnknownKind
from wortel.post.public import Message, put_in_outbox, send_waiting

pytestmark = pytest.mark.django_db


class Undone(Exception):
    """The event did not happen after all."""


def test_what_is_rolled_back_sends_no_mail(write, clock):
    def event() -> None:
        with transaction.atomic():
            write()
            raise Undone

    with pytest.raises(Undone):
        event()
    assert send_waiting(clock).sent == 0
    assert mail.outbox == []


def test_nothing_leaves_before_the_worker_comes(write, clock):
    write()
    assert mail.outbox == []
    assert send_waiting(clock).sent == 1
    assert [each.to for each in mail.outbox] == [["an@example.org"]]


def test_the_same_event_twice_is_one_mail(write, clock):
    write()
    write(subject="Nog eens")
    assert send_waiting(clock).sent == 1
    write()
    assert send_waiting(clock).sent == 0
    assert len(mail.outbox) == 1


def test_a_code_to_sign_in_leaves_before_what_waited_longer(write, clock):
    write("invitation:1")
    clock.turn(seconds=5)
    write("sign_in:1", "sign_in", subject="Je code")
    send_waiting(clock)
    assert [each.subject for each in mail.outbox] == ["Je code", "Een uitnodiging"]


def test_a_kind_that_is_not_in_the_table_is_our_own_fault(clock):
    with pytest.raises(UnknownKind):
        put_in_outbox("x:1", "reclame", "an@example.org", "S", "T", at=clock())


def test_without_a_recipient_there_is_no_mail(write):
    write(recipient="")
    assert not Message.objects.exists()


@pytest.mark.parametrize(
    "address", ["an@example.org\nBcc: bob@example.org", "an", "an@", "a@b, c@d", '"\x01"@example.org', "\ud800@b.be"]
)
def test_an_address_nobody_has_undoes_no_event_and_is_parked(address, write, clock):
    write(recipient=address)
    assert send_waiting(clock).sent == 0
    parked = Message.objects.get()
    assert (parked.recipient, parked.text) == ("", "")
    assert parked.parked_at == clock()
