"""Whatever breaks between sending and writing it down, the mail leaves, and twice it is recognisably the same."""

from __future__ import annotations

import pytest
from django.core import mail

from wortel.post.actions import send_waiting as module
from wortel.post.actions.claim_mail import claim_mail
from wortel.post.actions.finish_mail import finish_failed, finish_sent
from wortel.post.domain.schedule import LEASE, MOST_TRIES
from wortel.post.public import Message, send_waiting

pytestmark = pytest.mark.django_db


class Killed(BaseException):
    """The process ends here."""


def ids() -> list[str]:
    return [each.message()["Message-ID"] for each in mail.outbox]


def test_a_worker_that_dies_after_sending_sends_again_under_the_same_number(write, clock, monkeypatch):
    write()

    def dies(*_: object) -> bool:
        raise Killed

    monkeypatch.setattr(module, "finish_sent", dies)
    with pytest.raises(Killed):
        send_waiting(clock)
    monkeypatch.setattr(module, "finish_sent", finish_sent)
    assert send_waiting(clock).sent == 0, "the lease still holds"
    clock.turn(seconds=LEASE.total_seconds())
    assert send_waiting(clock).sent == 1
    first, second = ids()
    assert first == second


def test_two_mails_have_two_numbers(write, clock):
    write("invitation:1")
    write("invitation:2")
    send_waiting(clock)
    assert len(set(ids())) == 2


def test_a_mail_in_one_hand_is_not_in_another(write, clock):
    write()
    assert claim_mail(clock()) is not None
    assert claim_mail(clock()) is None


def test_who_lost_the_lease_cannot_finish(write, clock):
    write()
    slow = claim_mail(clock())
    later = clock.turn(seconds=LEASE.total_seconds())
    quick = claim_mail(later)
    assert slow is not None
    assert quick is not None
    assert not finish_sent(slow, later)
    finish_failed(slow, OSError("late"), later)
    assert Message.objects.get().lease_until == later + LEASE
    assert finish_sent(quick, later)


def test_a_mail_that_kills_its_worker_each_time_is_parked(write, clock):
    write()
    for _ in range(MOST_TRIES):
        assert claim_mail(clock()) is not None
        clock.turn(seconds=LEASE.total_seconds())
    assert claim_mail(clock()) is None
    assert Message.objects.get().parked_at == clock()
