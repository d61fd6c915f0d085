"""Limits on signing in count for who tries, so that nobody can shut out somebody else."""

from __future__ import annotations

import pytest
from allauth.account.adapter import get_adapter
from django.test import Client, RequestFactory
from signing_in import ADDRESS, ask_code

from wortel.people.models import Person
from wortel.post.models import Message

pytestmark = pytest.mark.django_db
STRANGER = {"REMOTE_ADDR": "203.0.113.9"}


def flood(browser: Client, times: int = 12) -> list[int]:
    return [browser.post("/aanmelden/", {"email": ADDRESS}, **STRANGER).status_code for _ in range(times)]


def test_a_stranger_gets_five_codes_mailed_and_no_more(noor: Person) -> None:
    assert set(flood(Client())[5:]) == {422}
    assert Message.objects.filter(recipient=ADDRESS).count() == 5


def test_my_code_still_works_and_i_can_ask_another(client: Client, noor: Person) -> None:
    mine = ask_code(client)
    flood(Client())
    ask_code(Client())
    assert client.post("/aanmelden/code/", {"code": mine}).status_code == 302
    assert client.get("/mijn/").status_code == 200


def test_signing_in_with_a_passkey_stays_open(client: Client, noor: Person) -> None:
    flood(Client())
    asked = client.get("/aanmelden/passkey/", headers={"Accept": "application/json"})
    assert asked.status_code == 200
    assert asked.json()["request_options"]["publicKey"]["userVerification"] == "required"


def test_wrong_codes_in_one_browser_do_not_count_in_another(client: Client, noor: Person) -> None:
    mine = ask_code(client)
    stranger = Client()
    ask_code(stranger)
    for _ in range(9):
        stranger.post("/aanmelden/code/", {"code": "ZZZ-ZZZ"}, **STRANGER)
    assert client.post("/aanmelden/code/", {"code": mine}).status_code == 302


def test_a_header_does_not_change_who_is_counted() -> None:
    request = RequestFactory().post("/aanmelden/", headers={"X-Forwarded-For": "198.51.100.1"}, **STRANGER)
    assert get_adapter().get_client_ip(request) == "203.0.113.9"


def test_too_often_is_said_with_the_way_out(noor: Person) -> None:
    browser = Client()
    flood(browser)
    answer = browser.post("/aanmelden/", {"email": ADDRESS}, **STRANGER)
    assert "Heb je een passkey? Die werkt nu ook." in answer.content.decode()
