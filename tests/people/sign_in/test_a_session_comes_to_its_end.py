"""A session begins with a new key and ends in time, on request, and when the account is switched off."""

from __future__ import annotations

import pytest
from allauth.account.authentication import get_authentication_records
from django.test import Client, RequestFactory
from signing_in import ask_code

from wortel.people.models import Person
from wortel.people.sign_in.lifetime import SEEN, SINCE
from wortel.trail.models import Entry

pytestmark = pytest.mark.django_db
HOUR = 3600


def is_in(browser: Client) -> bool:
    return browser.get("/mijn/").status_code == 200


def shift(browser: Client, **seconds: int) -> None:
    session = browser.session
    for name, by in seconds.items():
        session[{"since": SINCE, "seen": SEEN}[name]] -= by
    session.save()


def test_signing_in_gives_a_new_key(client: Client, noor: Person) -> None:
    code = ask_code(client)
    before = client.session.session_key
    client.post("/aanmelden/code/", {"code": code})
    assert client.session.session_key != before


def test_twelve_idle_hours_end_it(signed_in: Client, noor: Person) -> None:
    shift(signed_in, seen=11 * HOUR)
    assert is_in(signed_in)
    shift(signed_in, seen=12 * HOUR + 1)
    assert not is_in(signed_in)
    assert Entry.objects.latest("number").verb == "person.signed_out"


def test_fourteen_days_end_it_however_busy(signed_in: Client) -> None:
    shift(signed_in, since=14 * 24 * HOUR + 1)
    assert not is_in(signed_in)


def test_signing_out_asks_for_a_button(signed_in: Client, noor: Person) -> None:
    assert signed_in.get("/afmelden/").status_code == 200
    assert is_in(signed_in)
    assert signed_in.post("/afmelden/").status_code == 302
    assert not is_in(signed_in)
    entry = Entry.objects.latest("number")
    assert (entry.verb, entry.person) == ("person.signed_out", noor.ref)


def test_switching_an_account_off_works_at_once(signed_in: Client) -> None:
    Person.objects.update(is_active=False)
    assert not is_in(signed_in)


def test_one_can_sign_out_everywhere_else(signed_in: Client) -> None:
    other = Client()
    other.post("/aanmelden/code/", {"code": ask_code(other)})
    assert is_in(other)
    page = signed_in.get("/mijn/beveiliging/sessies/").content.decode()
    assert page.count("<strong>Deze browser</strong>") == page.count("<strong>Een andere browser</strong>") == 1
    assert signed_in.post("/mijn/beveiliging/sessies/").status_code == 302
    assert is_in(signed_in)
    assert not is_in(other)


def test_what_one_sees_signed_in_is_not_kept_by_the_browser(signed_in: Client) -> None:
    assert "no-store" in signed_in.get("/mijn/").headers["Cache-Control"]


def test_notes_of_another_person_in_the_session_count_for_nothing(noor: Person) -> None:
    request = RequestFactory().get("/")
    request.session = {
        "account_authentication_methods": [{"method": "mfa", "at": 1}],
        "account_authentication_methods_user": "999",
    }  # type: ignore[assignment]
    assert get_authentication_records(request, noor) == []
