"""Nobody has a password, unless an installation switches them on; then they must be good."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from signing_in import ADDRESS

from wortel.people.models import Person

pytestmark = pytest.mark.django_db
GOOD = "een lange zin met zeven woorden erin"
PAGES = ["/aanmelden/wachtwoord/", "/mijn/beveiliging/wachtwoord/", "/mijn/beveiliging/wachtwoord/nieuw/"]


@pytest.mark.parametrize("path", PAGES)
def test_off_the_pages_are_not_there(signed_in: Client, path: str) -> None:
    assert signed_in.get(path).status_code == 404
    assert signed_in.post(path, {}).status_code == 404
    assert PAGES[0] not in Client().get("/aanmelden/").content.decode()


@pytest.fixture
def switched_on(settings: Any) -> None:
    settings.PASSWORDS = True


@pytest.mark.parametrize("bad", ["kort", "qwerty123456", "281928192819", "wachtwoord", ADDRESS])
def test_a_bad_password_is_refused(signed_in: Client, switched_on: None, bad: str) -> None:
    answer = signed_in.post(PAGES[2], {"password1": bad, "password2": bad})
    assert answer.status_code == 422
    assert not Person.objects.get().has_usable_password()


def test_a_good_one_signs_in(signed_in: Client, switched_on: None) -> None:
    assert signed_in.post(PAGES[2], {"password1": GOOD, "password2": GOOD}).status_code == 302
    other = Client()
    assert "wachtwoord" in other.get("/aanmelden/").content.decode()
    assert other.post(PAGES[0], {"login": ADDRESS, "password": "iets anders"}).status_code == 422
    assert other.post(PAGES[0], {"login": ADDRESS, "password": GOOD}).status_code == 302
    assert other.get("/mijn/").status_code == 200


def test_a_stranger_typing_wrong_ones_does_not_lock_me_out(signed_in: Client, switched_on: None) -> None:
    signed_in.post(PAGES[2], {"password1": GOOD, "password2": GOOD})
    stranger = Client()
    for _ in range(12):
        stranger.post(PAGES[0], {"login": ADDRESS, "password": "fout"}, REMOTE_ADDR="203.0.113.9")
    assert Client().post(PAGES[0], {"login": ADDRESS, "password": GOOD}).status_code == 302
