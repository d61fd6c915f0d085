"""Whatever a browser sends as a passkey, and is not one of ours: one sentence, an entry in the trail, nobody in."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from wortel.people.models import Person
from wortel.trail.models import Entry

pytestmark = pytest.mark.django_db
OPTIONS = {"Accept": "application/json"}
PLAUSIBLE = {
    "type": "public-key", "id": "AAAA", "rawId": "AAAA", "clientExtensionResults": {},
    "response": {
        "clientDataJSON": "e30", "authenticatorData": "AAAA", "signature": "AAAA", "userHandle": "MQ",
    },
}  # fmt: skip
ELSEWHERE = {"type": "webauthn.get", "challenge": "AAAA", "origin": "https://elders.example.org"}
FOREIGN = {
    **PLAUSIBLE,
    "response": {
        **PLAUSIBLE["response"],  # type: ignore[dict-item]
        "clientDataJSON": urlsafe_b64encode(json.dumps(ELSEWHERE).encode()).decode().rstrip("="),
        "authenticatorData": "A" * 60,
    },
}


MADE_ELSEWHERE = {
    "type": "public-key", "id": "AAAA", "rawId": "AAAA", "clientExtensionResults": {},
    "response": {"clientDataJSON": FOREIGN["response"]["clientDataJSON"], "attestationObject": "o2NmbXRkbm9uZQ"},  # type: ignore[index]
}  # fmt: skip


@pytest.mark.parametrize(
    "sent",
    [{}, [], "tekst", 1, None, {"response": {}}, PLAUSIBLE, FOREIGN, {**PLAUSIBLE, "response": "x"},
     {**PLAUSIBLE, "rawId": 3}, {**PLAUSIBLE, "response": {**PLAUSIBLE["response"], "userHandle": None}}],
)  # fmt: skip
def test_it_is_refused_in_words(client: Client, noor: Person, sent: Any) -> None:
    client.get("/aanmelden/passkey/", headers=OPTIONS)
    answer = client.post("/aanmelden/passkey/", {"credential": json.dumps(sent)}, follow=True)
    assert answer.status_code == 200
    assert "_auth_user_id" not in client.session
    if sent:
        assert "Deze passkey kennen we niet" in answer.content.decode()
        entry = Entry.objects.latest("number")
        assert (entry.verb, entry.why, entry.person) == ("sign_in.refused", "passkey_unknown", "")


@pytest.mark.parametrize("sent", ["{}", "[]", '"x"', "geen json", json.dumps(PLAUSIBLE), json.dumps(FOREIGN)])
def test_it_is_not_added_either(signed_in: Client, sent: str) -> None:
    signed_in.get("/mijn/beveiliging/passkeys/nieuw/")
    assert signed_in.post("/mijn/beveiliging/passkeys/nieuw/", {"name": "x", "credential": sent}).status_code == 422
    assert not Authenticator.objects.exists()


def test_a_passkey_of_another_site_that_is_not_added_is_on_the_trail(signed_in: Client, noor: Person) -> None:
    signed_in.get("/mijn/beveiliging/passkeys/nieuw/")
    answer = signed_in.post(
        "/mijn/beveiliging/passkeys/nieuw/", {"name": "x", "credential": json.dumps(MADE_ELSEWHERE)}
    )
    assert "maakte geen passkey die we kunnen gebruiken" in answer.content.decode()
    entry = Entry.objects.latest("number")
    assert (entry.verb, entry.why, entry.person) == ("sign_in.refused", "passkey_unusable", noor.ref)


def test_a_passkey_without_a_question_of_ours_is_refused(client: Client, noor: Person) -> None:
    client.post("/aanmelden/passkey/", {"credential": json.dumps(PLAUSIBLE)})
    assert Entry.objects.latest("number").why == "passkey_unknown"


def test_the_question_is_for_this_host_only(client: Client) -> None:
    asked = client.get("/aanmelden/passkey/", headers=OPTIONS).json()["request_options"]["publicKey"]
    assert asked["rpId"] == "testserver"


def test_keys_of_somebody_else_cannot_be_reached(signed_in: Client) -> None:
    assert signed_in.get("/mijn/beveiliging/passkeys/1/weg/").status_code == 404
    assert signed_in.post("/mijn/beveiliging/passkeys/1/naam/", {"name": "x"}).status_code == 404
