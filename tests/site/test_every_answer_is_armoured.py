"""Headers that shut a browser in stand on every answer, and behind https cookies belong to this host alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from wortel.shell.middleware import reading_cannot_write

ALWAYS = ("Permissions-Policy", "Cross-Origin-Resource-Policy", "X-Content-Type-Options", "Referrer-Policy",
          "Content-Security-Policy", "X-Request-ID")  # fmt: skip
ASK = """
import django
django.setup()
from django.conf import settings as s
print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.SESSION_COOKIE_SECURE)
"""


def answers(client: Client) -> dict[str, HttpResponse]:
    return {
        "page": client.get("/"),
        "api": client.get("/api/v1/"),
        "static file": client.get(staticfiles_storage.url("shell/wortel.css")),
        "not there": client.get("/bestaat-niet/"),
        "method": client.generic("PUT", "/"),
        "probe": client.get("/gezond"),
        "strange host": client.get("/", headers={"host": "kwaad.example"}),
    }


@pytest.mark.django_db
def test_every_answer_carries_them(client: Client) -> None:
    missing = {
        kind: wanting
        for kind, answer in answers(client).items()
        if (wanting := [name for name in ALWAYS if name not in answer.headers])
    }
    assert missing == {}


@pytest.mark.django_db
def test_a_file_is_for_our_own_pages_only(client: Client) -> None:
    answer = client.get(staticfiles_storage.url("shell/wortel.css"))
    assert answer.status_code == 200
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.django_db
def test_the_open_data_stays_open(client: Client) -> None:
    assert client.get("/api/v1/").headers["Cross-Origin-Resource-Policy"] == "cross-origin"


@pytest.mark.django_db
def test_a_page_keeps_its_own_strict_policy(client: Client) -> None:
    policy = client.get("/").headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize(
    ("https", "said"), [("1", "__Host-wortel __Host-csrf True"), ("0", "sessionid csrftoken False")]
)
def test_cookies_belong_to_this_host_alone_behind_https(https: str, said: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ASK],
        env={
            "PATH": os.environ["PATH"],
            "WORTEL_DATA": str(tmp_path),
            "WORTEL_HTTPS": https,
            "DJANGO_SETTINGS_MODULE": "wortel.site.settings",
        },
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == said


@pytest.mark.django_db
def test_the_cache_is_shared_through_the_database() -> None:
    cache.clear()
    cache.set("proef", 1, timeout=60)
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM wortel_cache")
        assert cursor.fetchone()[0] == 1


@pytest.mark.django_db
def test_reading_what_has_expired_writes_nothing() -> None:
    cache.set("proef", 1, timeout=-1)
    cache.set("verlopen", 1, timeout=60)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE wortel_cache SET expires = '2020-01-01 00:00:00'")
    read = reading_cannot_write(lambda _request: HttpResponse(str(cache.get("verlopen"))))
    with CaptureQueriesContext(connection) as asked:
        assert read(RequestFactory().get("/")).content == b"None"
    assert len(asked) == 1
