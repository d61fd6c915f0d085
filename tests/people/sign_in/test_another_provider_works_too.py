"""The same conversation with a provider that somebody else wrote, as a process of its own."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from signing_in import ADDRESS, code_in, newest_mail

pytestmark = pytest.mark.django_db
NOOR = {"sub": "vo-noor", "given_name": "Noor", "family_name": "Peeters", "vo_orgcode": "OVO000069"}


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    asked = ["-p", str(port), "--require-nonce", "true", "--user-claims", json.dumps(NOOR)]
    command = [sys.executable, "-m", "oidc_provider_mock", *asked]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + 30
        while time.monotonic() < until:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=10)


def test_signing_in_through_it(client: Client, issuer: str, settings: Any) -> None:
    settings.OPENID = {
        "issuer": issuer, "client_id": "wortel", "secret": "geheim", "name": "Test", "scopes": ["openid", "profile"],
        "strong_acr": [],
    }  # fmt: skip
    there = client.post("/aanmelden/dienst/").headers["Location"]
    assert there.startswith(issuer)
    let_in = requests.post(there, data={"sub": "vo-noor"}, allow_redirects=False, timeout=10)
    back = urlsplit(let_in.headers["Location"])
    assert client.get(f"{back.path}?{back.query}").headers["Location"] == "/aanmelden/adres/"
    client.post("/aanmelden/adres/", {"email": ADDRESS})
    assert client.post("/aanmelden/code/", {"code": code_in(newest_mail().text)}).status_code == 302
    assert "_auth_user_id" in client.session
    assert SocialAccount.objects.get().uid == "vo-noor"
