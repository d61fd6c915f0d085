"""A reader stops or calms notices by a link in the mail, without account and without JavaScript."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.test import Client

from wortel.people.public import Person
from wortel.post.domain.kinds import CHOOSABLE, KINDS
from wortel.post.models import Preference
from wortel.post.public import Message, send_waiting
from wortel.trail.models import Entry

pytestmark = pytest.mark.django_db


def links(clock) -> tuple[str, str]:
    """The paths to unsubscribe and to choose in the mail that leaves now."""
    send_waiting(clock)
    found = [urlsplit(link).path for link in re.findall(r"\S*/post/\S+", mail.outbox[-1].body)]
    assert len(found) == 2
    return found[0], found[1]


@pytest.fixture
def visitor() -> Client:
    """A browser, or a mail program, that has never been here; forged forms are refused as in production."""
    return Client(enforce_csrf_checks=True)


def test_a_notice_says_how_to_stop_it_in_its_headers_too(write, clock, settings):
    settings.PUBLIC_URL = "https://wortel.example.org"
    write("colleague:1", "colleague")
    unsubscribe, _ = links(clock)
    headers = mail.outbox[-1].message()
    assert headers["List-Unsubscribe"] == f"<https://wortel.example.org{unsubscribe}>"
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_no_link_says_the_address(write, clock):
    write("colleague:1", "colleague")
    assert not any("an@" in link or "example" in link for link in links(clock))


def test_one_click_of_a_mail_program_stops_the_notices(write, clock, visitor):
    write("colleague:1", "colleague")
    unsubscribe, _ = links(clock)
    answer = visitor.post(unsubscribe, {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200, "RFC 8058 forbids a redirect"
    write("colleague:2", "colleague")
    assert not Message.objects.filter(key="colleague:2").exists()
    write("expiry:1", "expiry")
    assert send_waiting(clock).sent == 1, "another kind of notice still comes"


def test_looking_at_the_page_stops_nothing(write, clock, visitor):
    write("colleague:1", "colleague")
    unsubscribe, _ = links(clock)
    page = visitor.get(unsubscribe)
    assert page.status_code == 200
    assert page.content.decode().count("<button") == 1
    assert "a…@example.org" in page.content.decode()
    assert not Preference.objects.exists()


def test_refusing_what_waits_takes_it_out(write, clock, visitor):
    write("colleague:1", "colleague")
    unsubscribe, _ = links(clock)
    write("colleague:2", "colleague")
    visitor.post(unsubscribe)
    assert send_waiting(clock).sent == 0
    assert not Message.objects.filter(key="colleague:2").exists()


def test_no_service_mail_can_be_refused(write, clock, visitor):
    write("colleague:1", "colleague")
    unsubscribe, _ = links(clock)
    visitor.post(unsubscribe)
    for kind in KINDS.values():
        if not kind.is_notice:
            write(f"{kind.key}:9", kind.key)
    assert send_waiting(clock).sent == sum(not kind.is_notice for kind in KINDS.values())


def test_choosing_is_kept_and_left_in_the_trail_without_the_address(write, clock):
    write("colleague:1", "colleague")
    _, choose = links(clock)
    visitor = Client()
    chosen = {kind.key: "never" for kind in CHOOSABLE} | {"colleague": "digest"}
    assert visitor.post(choose, chosen).status_code == 302
    assert dict(Preference.objects.filter(recipient="an@example.org").values_list("kind", "rhythm")) == chosen
    entry = Entry.objects.get(verb="notices.chosen")
    assert "@" not in f"{entry.thing}{entry.why}"
    visitor.post(choose, chosen)
    assert Entry.objects.filter(verb="notices.chosen").count() == 1, "nothing changed, so nothing was done"


def test_a_choice_that_does_not_exist_is_refused_with_a_sentence(write, clock):
    write("colleague:1", "colleague")
    _, choose = links(clock)
    answer = Client().post(choose, {kind.key: "vaak" for kind in CHOOSABLE})
    assert answer.status_code == 422
    assert "Kies er één uit de lijst." in answer.content.decode()


def test_the_form_to_choose_cannot_be_sent_from_another_site(write, clock, visitor):
    write("colleague:1", "colleague")
    _, choose = links(clock)
    assert visitor.post(choose, {kind.key: "never" for kind in CHOOSABLE}).status_code == 403


@pytest.mark.parametrize("path", ["/post/afmelden/", "/post/voorkeuren/"])
@pytest.mark.parametrize("token", ["x", "x:y", "a.colleague:AAAA", "%00", "é:é"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_link_that_is_not_ours_gets_one_clear_sentence(path, token, method, client):
    answer = getattr(client, method)(f"{path}{token}/")
    assert answer.status_code == 404
    assert "Deze link kennen we niet" in answer.content.decode()


def test_a_link_to_stop_does_not_open_the_page_to_choose(write, clock, client):
    write("colleague:1", "colleague")
    unsubscribe, _ = links(clock)
    assert client.get(unsubscribe.replace("afmelden", "voorkeuren")).status_code == 404


def test_someone_signed_in_chooses_for_their_own_address_only(client, clock):
    assert client.get("/mijn/berichten/").status_code == 302
    person = Person.objects.create(email="An@example.org", joined_at=clock())
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get("/mijn/berichten/").status_code == 200
    client.post("/mijn/berichten/", {kind.key: "never" for kind in CHOOSABLE})
    assert set(Preference.objects.values_list("recipient", flat=True)) == {"an@example.org"}
    assert Entry.objects.get(verb="notices.chosen").person == person.ref
