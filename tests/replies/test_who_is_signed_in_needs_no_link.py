"""A signed-in person proved their address when signing in: what they send is open at once."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import Client

from wortel.people.models import Person
from wortel.post.models import Message
from wortel.replies.models import Reply
from wortel.trail.models import Entry

AT = datetime(2026, 11, 21, 12, tzinfo=UTC)
FORM = "/gemeenten/44088/reageer/"


@pytest.fixture
def person(db: None) -> Person:
    return Person.objects.create(name="An Voorbeeld", email="an@example.org", joined_at=AT)


def test_a_signed_in_reply_is_open_at_once_and_signed(person: Person) -> None:
    visitor = Client()
    visitor.force_login(person, "django.contrib.auth.backends.ModelBackend")
    answer = visitor.post(FORM, {"message": "De naam is veranderd."})
    assert answer["Location"] == "/reacties/ontvangen/"
    reply = Reply.objects.get()
    assert (reply.state, reply.person, reply.author_email, reply.nis) == ("open", person.ref, "an@example.org", "44088")
    assert Message.objects.count() == 0
    assert list(Entry.objects.values_list("verb", "person")) == [("reply.filed", person.ref)]


def test_the_form_does_not_ask_what_is_known(person: Person) -> None:
    visitor = Client()
    visitor.force_login(person, "django.contrib.auth.backends.ModelBackend")
    page = visitor.get(FORM).content.decode()
    assert "an@example.org" in page
    assert 'name="author_email"' not in page
    assert 'name="author_email"' in Client().get(FORM).content.decode()


def test_no_one_signs_in_the_name_of_another(person: Person) -> None:
    visitor = Client()
    visitor.force_login(person, "django.contrib.auth.backends.ModelBackend")
    visitor.post(FORM, {"message": "Iets.", "author_email": "ander@example.org", "author_name": "Ander"})
    assert (Reply.objects.get().author_email, Reply.objects.get().author_name) == ("an@example.org", "An Voorbeeld")


def test_every_free_text_asks_for_no_child(db: None) -> None:
    assert "Schrijf geen namen van kinderen." in Client().get(FORM).content.decode()
