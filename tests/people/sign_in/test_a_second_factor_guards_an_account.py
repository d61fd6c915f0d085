"""An app, recovery codes and confirming again: what guards an account is asked for, and kept safe."""

from __future__ import annotations

import hashlib
import hmac
import re
import struct
import time
from base64 import b32decode
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from signing_in import ADDRESS, ask_code, code_in, newest_mail

from wortel.people.calling import SIGNED_IN_BY
from wortel.people.models import Person
from wortel.post.models import Message
from wortel.trail.models import Entry

pytestmark = pytest.mark.django_db
APP = "/mijn/beveiliging/app/"
CONFIRM = "/aanmelden/bevestig-nogmaals/?next=/mijn/"


def code_of_app(secret: str, step: int = 0) -> str:
    """RFC 6238 with six digits and thirty seconds."""
    counter = struct.pack(">Q", int(time.time()) // 30 + step)
    digest = hmac.new(b32decode(secret), counter, hashlib.sha1).digest()
    place = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[place : place + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


def set_up_app(browser: Client) -> str:
    found = re.search(r'<code class="key">([A-Z2-7]+)</code>', browser.get(APP).content.decode())
    assert found is not None
    answer = browser.post(APP, {"code": code_of_app(found[1])})
    assert answer.headers["Location"] == "/mijn/beveiliging/herstelcodes/"
    return found[1]


def sign_in_with_code(browser: Client) -> str:
    return str(browser.post("/aanmelden/code/", {"code": ask_code(browser)}).headers["Location"])


def is_strong(browser: Client) -> bool:
    return "Je tweede stap is bevestigd" in browser.get("/mijn/beveiliging/?next=/gegevens/").content.decode()


def test_after_an_app_is_set_up_its_code_is_asked(signed_in: Client) -> None:
    secret = set_up_app(signed_in)
    other = Client()
    assert sign_in_with_code(other) == "/aanmelden/tweede-stap/"
    assert other.get("/mijn/").status_code == 302
    assert other.post("/aanmelden/tweede-stap/", {"code": "000000"}).status_code == 422
    assert other.post("/aanmelden/tweede-stap/", {"code": code_of_app(secret, 1)}).status_code == 302
    assert other.get("/mijn/").status_code == 200
    assert is_strong(other)


def test_setting_it_up_is_no_proof_of_having_it(signed_in: Client) -> None:
    set_up_app(signed_in)
    assert not is_strong(signed_in)


@pytest.mark.django_db(transaction=True)
def test_it_is_mailed_and_on_the_trail(signed_in: Client) -> None:
    set_up_app(signed_in)
    assert Message.objects.filter(kind="account", subject="App met codes ingesteld").count() == 1
    assert {entry.why for entry in Entry.objects.filter(verb="factor.added")} == {"totp", "recovery_codes"}


def test_secrets_are_sealed_in_the_database(signed_in: Client) -> None:
    secret = set_up_app(signed_in)
    codes = re.findall(r"<li><code>(\d{8})</code>", signed_in.get("/mijn/beveiliging/herstelcodes/").content.decode())
    assert len(codes) == 10
    kept = str([each.data for each in Authenticator.objects.all()])
    assert secret not in kept
    assert not any(code in kept for code in codes)


def test_a_recovery_code_works_once(signed_in: Client) -> None:
    set_up_app(signed_in)
    page = signed_in.get("/mijn/beveiliging/herstelcodes/").content.decode()
    code = re.findall(r"<li><code>(\d{8})</code>", page)[0]
    for status in (302, 422):
        other = Client()
        sign_in_with_code(other)
        assert other.post("/aanmelden/tweede-stap/", {"code": code}).status_code == status
    assert "9 herstelcodes" in signed_in.get("/mijn/beveiliging/").content.decode()


def test_recovery_codes_come_as_a_file(signed_in: Client) -> None:
    set_up_app(signed_in)
    answer = signed_in.get("/mijn/beveiliging/herstelcodes/bestand/")
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert len(re.findall(r"^\d{8}$", answer.content.decode(), re.MULTILINE)) == 10


def test_a_secret_sealed_with_a_lost_key_opens_nothing(signed_in: Client) -> None:
    secret = set_up_app(signed_in)
    Authenticator.objects.update(data={"secret": "gAAAAkapot", "seed": "gAAAAkapot", "used_mask": 0})
    other = Client()
    sign_in_with_code(other)
    answer = other.post("/aanmelden/tweede-stap/", {"code": code_of_app(secret)})
    assert answer.status_code == 422
    assert "niet meer lezen" in answer.content.decode()


def make_old(browser: Client, seconds: int) -> None:
    session = browser.session
    session[SIGNED_IN_BY] = [{**record, "at": record["at"] - seconds} for record in session[SIGNED_IN_BY]]
    session.save()


@pytest.mark.parametrize("path", [APP, "/mijn/beveiliging/passkeys/nieuw/", "/mijn/e-mail/"])
def test_who_signed_in_long_ago_confirms_by_a_code_first(signed_in: Client, path: str) -> None:
    assert signed_in.get(path).status_code == 200
    make_old(signed_in, 16 * 60)
    confirm = signed_in.get(path).headers["Location"]
    assert confirm == f"/aanmelden/bevestig-nogmaals/?next={path.replace('/', '%2F')}"
    before = Message.objects.count()
    assert signed_in.get(confirm).status_code == 200
    assert Message.objects.count() == before
    assert signed_in.post(confirm, {"action": "send"}).status_code == 302
    assert signed_in.post(confirm, {"code": "ZZZ-ZZZ"}).status_code == 422
    answer = signed_in.post(confirm, {"code": code_in(newest_mail().text)})
    assert answer.headers["Location"] == path
    assert signed_in.get(path).status_code == 200


def test_who_has_an_app_confirms_with_it(signed_in: Client) -> None:
    secret = set_up_app(signed_in)
    make_old(signed_in, 16 * 60)
    confirm = signed_in.get("/mijn/beveiliging/app/weg/").headers["Location"]
    assert confirm.startswith("/aanmelden/bevestig-nogmaals/code/")
    assert signed_in.post(confirm, {"code": code_of_app(secret, 1)}).headers["Location"] == "/mijn/beveiliging/app/weg/"
    assert signed_in.post("/mijn/beveiliging/app/weg/").status_code == 302
    assert not Authenticator.objects.exists()
    assert Entry.objects.filter(verb="factor.removed", why="totp").exists()


def test_a_second_factor_counts_for_twelve_hours(signed_in: Client) -> None:
    secret = set_up_app(signed_in)
    confirm = "/aanmelden/bevestig-nogmaals/code/?next=/mijn/"
    assert signed_in.post(confirm, {"code": code_of_app(secret, 1)}).headers["Location"] == "/mijn/"
    assert is_strong(signed_in)
    make_old(signed_in, 12 * 3600 + 1)
    assert not is_strong(signed_in)


def test_the_codes_of_somebody_else_cannot_be_reached(signed_in: Client) -> None:
    set_up_app(signed_in)
    stranger = Client()
    stranger.post("/aanmelden/code/", {"code": ask_code(stranger, "ander@example.org")})
    assert stranger.get("/mijn/beveiliging/herstelcodes/").status_code == 404
    assert Person.objects.get(email=ADDRESS).pk != Person.objects.get(email="ander@example.org").pk


def test_the_way_back_is_kept_while_one_is_set_up(signed_in: Client) -> None:
    page = signed_in.get("/mijn/beveiliging/?next=/gegevens/").content.decode()
    assert "Stel eerst een tweede stap in" in page
    secret = set_up_app(signed_in)
    page = signed_in.get("/mijn/beveiliging/").content.decode()
    confirm = "/aanmelden/bevestig-nogmaals/code/?next=/gegevens/"
    assert f'href="{confirm}"' in page
    assert signed_in.post(confirm, {"code": code_of_app(secret, 1)}).headers["Location"] == "/gegevens/"


@pytest.mark.parametrize("elsewhere", ["https://elders.example.org/", "//elders.example.org", "javascript:alert(1)"])
def test_the_way_back_never_leads_to_another_site(signed_in: Client, elsewhere: str) -> None:
    page = signed_in.get("/mijn/beveiliging/", {"next": elsewhere}).content.decode()
    assert "Stel eerst een tweede stap in" not in page
    assert f'href="{elsewhere}' not in page
    asked = Client()
    answer = asked.post(f"/aanmelden/code/?next={elsewhere}", {"code": ask_code(asked, "terug@example.org")})
    assert answer.headers["Location"] == "/mijn/"


def test_a_code_by_mail_does_not_stand_in_for_the_app(signed_in: Client) -> None:
    set_up_app(signed_in)
    make_old(signed_in, 3600)
    mails = Message.objects.count()
    for answer in (signed_in.get(CONFIRM), signed_in.post(CONFIRM, {"action": "send"})):
        assert answer.headers["Location"].startswith("/aanmelden/bevestig-nogmaals/code/?next=")
    assert Message.objects.count() == mails


def test_the_link_with_a_provider_is_cut_only_by_who_confirmed_lately(signed_in: Client, settings: Any) -> None:
    settings.OPENID = {"issuer": "https://elders.example", "client_id": "x", "secret": "y", "name": "ACM/IDM",
                       "scopes": ["openid"], "strong_acr": []}  # fmt: skip
    make_old(signed_in, 3600)
    answer = signed_in.post("/mijn/beveiliging/dienst/")
    assert "bevestig-nogmaals" in answer.headers["Location"]
