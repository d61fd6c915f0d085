"""What the mail server refuses is tried again, ever later; in the end someone has to look."""

from __future__ import annotations

import smtplib

import pytest
from django.core import mail

from wortel.post.domain.schedule import JITTER, MOST_TRIES, WAITS, seed_of, wait_after
from wortel.post.public import Message, NotParked, queue_lengths, retry_all_parked, retry_parked, send_waiting
from wortel.trail.public import By

BY = By.command("tests")


def busy() -> Exception:
    return smtplib.SMTPRecipientsRefused({"an@example.org": (451, b"try <an@example.org> later")})


def gone() -> Exception:
    return smtplib.SMTPRecipientsRefused({"an@example.org": (550, b"no such user an@example.org here")})


def test_each_wait_is_longer_than_the_last_and_near_the_table():
    for tries, planned in enumerate(WAITS, start=1):
        waits = [wait_after(tries, seed) for seed in range(3000)]
        assert min(waits) == planned * (1 - JITTER)
        assert max(waits) == planned * (1 + JITTER)
    assert wait_after(MOST_TRIES, 0) is None


def test_mails_that_failed_together_do_not_return_together():
    assert len({wait_after(3, seed_of(f"invitation:{number}", 3)) for number in range(100)}) > 90
    assert wait_after(3, seed_of("a", 3)) == wait_after(3, seed_of("a", 3))


@pytest.mark.django_db
def test_it_waits_as_long_as_the_table_says_and_then_leaves(write, clock, server):
    write()
    server.troubles = [busy()]
    assert send_waiting(clock).failed == 1
    clock.turn(seconds=40)
    assert send_waiting(clock).sent == 0
    clock.turn(seconds=40)
    assert send_waiting(clock).sent == 1
    assert Message.objects.get().last_error == ""


@pytest.mark.django_db
def test_after_the_last_try_it_is_parked_and_can_be_tried_again(write, clock, server):
    key = write()
    server.troubles = [busy() for _ in range(MOST_TRIES)]
    for _ in range(MOST_TRIES):
        send_waiting(clock)
        clock.turn(days=2)
    message = Message.objects.get()
    assert message.attempts == MOST_TRIES
    assert message.parked_at is not None
    assert send_waiting(clock).sent == 0
    retry_parked(BY, key, clock())
    assert send_waiting(clock).sent == 1
    with pytest.raises(NotParked):
        retry_parked(BY, key, clock())


@pytest.mark.django_db
def test_an_address_refused_for_good_is_parked_at_once_without_repeating_it(write, clock, server):
    write()
    server.troubles = [gone()]
    assert send_waiting(clock).parked == 1
    assert Message.objects.get().last_error == "SMTPRecipientsRefused: 550 no such user <adres> here"
    assert retry_all_parked(BY, clock()) == 1


@pytest.mark.django_db
def test_one_mail_that_cannot_leave_holds_up_no_other(write, clock, server):
    write("invitation:1")
    write("invitation:2", recipient="bob@example.org")
    server.troubles = [gone()]
    done = send_waiting(clock)
    assert (done.sent, done.parked) == (1, 1)
    assert mail.outbox[0].to == ["bob@example.org"]


@pytest.mark.django_db
def test_a_server_that_is_away_ends_the_round_and_costs_one_mail_one_try(write, clock, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    write("invitation:1")
    write("invitation:2")
    assert send_waiting(clock).is_server_away
    assert sorted(Message.objects.values_list("attempts", flat=True)) == [0, 1]


@pytest.mark.django_db
def test_the_queue_says_how_it_is_doing(write, clock, server):
    write("invitation:1")
    write("desk:1", "desk")
    server.troubles = [gone()]
    send_waiting(clock)
    clock.turn(minutes=1)
    write("invitation:2")
    clock.turn(minutes=9)
    assert queue_lengths(clock()) == {"waiting": 1, "later": 0, "parked": 1, "gathering": 1}
