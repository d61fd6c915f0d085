"""Who is erased gets no mail any more, and nothing that was sent to them is left but its key and its days."""

from __future__ import annotations

import pytest

from wortel.post.models import Preference, Subscriber
from wortel.post.public import Message, forget_address, gather_digests, put_in_outbox, send_waiting
from wortel.post.queries import about
from wortel.trail.models import Entry
from wortel.trail.public import By

pytestmark = pytest.mark.django_db
BY = By("page", person="ref-an")
EMAILS = ["An@Example.org", "geen adres"]


def test_what_waits_goes_and_what_was_sent_is_emptied(write, clock):
    write("colleague:1", "colleague", person="ref-an")
    send_waiting(clock)
    write("desk:1", "desk")
    write("invitation:1", recipient="oud@example.org", person="ref-an")
    write("invitation:2", recipient="bob@example.org")
    Preference.objects.create(recipient="an@example.org", kind="desk", rhythm="digest", since=clock())
    done = forget_address(BY, EMAILS, "ref-an", clock())
    assert (done.withdrawn, done.emptied, done.choices) == (2, 1, 1)
    assert not Message.objects.filter(about("ref-an", EMAILS)).exists()
    assert send_waiting(clock).sent == 1, "mail to others still leaves"
    assert not Preference.objects.exists()
    assert not Subscriber.objects.filter(recipient="an@example.org").exists()


def test_keys_stay_so_that_no_event_is_told_again(write, clock):
    write("colleague:1", "colleague")
    write("desk:1", "desk")
    send_waiting(clock)
    gather_digests(clock())
    send_waiting(clock)
    forget_address(BY, EMAILS, "", clock())
    assert set(Message.objects.values_list("recipient", "subject", "text")) == {("", "", "")}
    write("colleague:1", "colleague")
    write("desk:1", "desk")
    assert send_waiting(clock).sent == 0
    assert gather_digests(clock.turn(days=1)) == 0


def test_it_is_on_the_trail_without_an_address(write, clock):
    write()
    forget_address(BY, EMAILS, "ref-an", clock())
    entry = Entry.objects.get(verb="mail.forgotten")
    assert (entry.thing, entry.about_person) == ("person:ref-an", "ref-an")


def test_a_person_without_ref_takes_nobody_along(clock):
    put_in_outbox("invitation:1", "invitation", "bob@example.org", "S", "T", at=clock())
    forget_address(BY, EMAILS, "", clock())
    assert send_waiting(clock).sent == 1
