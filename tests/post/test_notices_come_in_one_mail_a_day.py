"""Who wants notices gathered gets one mail a day with all of them, under one key."""

from __future__ import annotations

import pytest
from django.core import mail

from wortel.post.actions.choose_rhythm import choose_rhythms, refuse_notices
from wortel.post.domain.digest import Item, digest_key, digest_text
from wortel.post.public import Message, gather_digests, queue_lengths, send_waiting
from wortel.trail.public import By

pytestmark = pytest.mark.django_db
READER = "an@example.org"
BY = By("page")


def test_gathered_notices_do_not_leave_by_themselves(write, clock):
    write("desk:1", "desk")
    assert send_waiting(clock).sent == 0
    assert queue_lengths(clock())["gathering"] == 1


def test_the_notices_of_a_day_are_one_mail_a_reader(write, clock):
    for number in range(3):
        write(f"desk:{number}", "desk", subject=f"Melding {number}", text=f"Tekst {number}")
    write("desk:9", "desk", recipient="bob@example.org")
    assert gather_digests(clock()) == 2
    assert send_waiting(clock).sent == 2
    to_an = next(each for each in mail.outbox if each.to == [READER])
    assert to_an.subject == "Je dagmail van Wortel: 3 berichten"
    assert all(f"Melding {number}" in to_an.body and f"Tekst {number}" in to_an.body for number in range(3))
    assert Message.objects.filter(key=digest_key(READER, clock().date())).exists()


def test_the_key_says_no_address(clock):
    assert "an@" not in digest_key(READER, clock().date())


def test_gathering_twice_on_a_day_sends_one_and_the_rest_tomorrow(write, clock):
    write("desk:1", "desk")
    gather_digests(clock())
    write("desk:2", "desk")
    assert gather_digests(clock()) == 0
    assert gather_digests(clock.turn(days=1)) == 1
    assert send_waiting(clock).sent == 2


def test_a_gathered_text_is_kept_in_one_place(write, clock):
    write("desk:1", "desk")
    gather_digests(clock())
    assert Message.objects.get(key="desk:1").text == ""
    write("desk:1", "desk")
    assert gather_digests(clock.turn(days=1)) == 0, "the same event is not told twice"


def test_what_waits_follows_a_new_choice(write, clock):
    write("desk:1", "desk")
    choose_rhythms(BY, READER, {"desk": "direct"}, at=clock())
    assert send_waiting(clock).sent == 1
    write("desk:2", "desk")
    choose_rhythms(BY, READER, {"desk": "digest"}, at=clock())
    assert send_waiting(clock).sent == 0
    choose_rhythms(BY, READER, {"desk": "never"}, at=clock())
    assert gather_digests(clock()) == 0


def test_refusing_a_digest_refuses_every_notice(write, clock):
    refuse_notices(BY, READER, "digest", at=clock())
    for kind in ("desk", "colleague", "expiry"):
        write(f"{kind}:1", kind)
    assert not Message.objects.exists()
    write("invitation:1")
    assert send_waiting(clock).sent == 1


def test_a_digest_of_one_has_no_table_of_contents():
    assert digest_text("Dag,", [Item("Eén", "Tekst")]) == "Dag,\n\nEén\n===\n\nTekst\n"
    assert digest_text("Dag,", [Item("Eén", "a"), Item("Twee", "b")]).startswith("Dag,\n\n- Eén\n- Twee\n")
