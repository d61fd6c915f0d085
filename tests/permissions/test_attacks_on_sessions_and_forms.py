"""What a browser, another site or an old session may try: cookies, tokens, ways out, hosts, methods, caches."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.conf import settings
from django.shortcuts import resolve_url
from django.test import Client
from django.utils import timezone
from the_cast import STRANGER, Visitor
from the_routes import address, routes
from the_world import World

from wortel.people.models import Mandate
from wortel.site.doors import OPEN_SPACES, is_open

pytestmark = pytest.mark.django_db
ROUTES = routes()
FORMS = sorted(name for name, method in ROUTES if method == "POST")
PAGES = sorted(name for name, method in ROUTES if method == "GET" and not name.startswith("/"))
CLOSED = [name for name in PAGES if not is_open(name)]
# Taken in without our token, by a standard that says so: one-click unsubscribe, RFC 8058 (the link itself is signed).
WITHOUT_TOKEN = {"post:unsubscribe"}


def path_of(world: World, name: str, method: str = "GET") -> str:
    return address((name, method), ROUTES[name, method], world.filled)


def strict(visitor: Visitor) -> Visitor:
    """The same person in a browser whose forms need their token."""
    return Visitor(visitor.part, visitor.person, Client(enforce_csrf_checks=True), visitor.cookies)


@pytest.mark.parametrize("name", FORMS)
def test_a_form_of_another_site_is_refused(world: World, name: str) -> None:
    """Every form, as the person who may do most: 403 without token, with a wrong one, and from another origin."""
    visitor = strict(world.cast["platformbeheerder"])
    path = path_of(world, name, "POST")
    if name in WITHOUT_TOKEN:
        pytest.skip("one-click by standard")
    for data in ({}, {"csrfmiddlewaretoken": "x" * 64}):
        assert visitor.ask("POST", path, data).status_code == 403
    assert visitor.ask("POST", path, {}, HTTP_ORIGIN="https://kwaad.example").status_code == 403


@pytest.mark.parametrize("name", CLOSED)
def test_a_closed_page_sends_a_stranger_to_sign_in_and_back_without_a_query(
    world: World, name: str, django_assert_num_queries: Any
) -> None:
    path = path_of(world, name)
    with django_assert_num_queries(0):
        answer = world.cast[STRANGER].ask("GET", path)
    assert answer.status_code == 302
    sent_to = urlsplit(answer.headers["Location"])
    assert (sent_to.netloc, sent_to.path) == ("", resolve_url(settings.LOGIN_URL))
    assert parse_qs(sent_to.query)["next"] == [path]


@pytest.mark.parametrize("name", PAGES)
def test_what_is_shown_to_someone_is_kept_by_nobody(world: World, name: str) -> None:
    answer = world.cast["beheerder"].ask("GET", path_of(world, name))
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("name", [name for name in PAGES if is_open(name) and name != "people:invitation"])
def test_a_public_page_names_nobody(world: World, name: str) -> None:
    """What a stranger gets holds no cookie of a session and no name of who was here before.

    The link of an invitation is left out: it says who invites you, to whoever holds it.
    """
    path = path_of(world, name)
    world.cast["beheerder"].ask("GET", path)
    answer = world.cast[STRANGER].ask("GET", path)
    assert settings.SESSION_COOKIE_NAME not in answer.cookies
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    assert b"Beheerder Voorbeeld" not in body


def test_the_api_looks_at_no_cookie(world: World) -> None:
    for name, method in ROUTES:
        if name.startswith("/api/"):
            path = address((name, method), (), world.filled)
            signed_in, stranger = (world.cast[each].ask("GET", path) for each in ("platformbeheerder", STRANGER))
            assert signed_in.content == stranger.content
            assert not signed_in.cookies
    assert OPEN_SPACES == ("wortel-api:",)


AWAY = [
    "https://kwaad.example/", "//kwaad.example/", "/\\kwaad.example", "\\\\kwaad.example", "http:kwaad.example",
    "javascript:alert(1)", "https:///kwaad.example", "//kwaad.example@localhost/", "/%09/kwaad.example",
    "data:text/html,x", "\t//kwaad.example", "///kwaad.example", "https://testserver@kwaad.example/",
]  # fmt: skip


@pytest.mark.parametrize("away", AWAY)
def test_nobody_is_led_off_this_site(world: World, away: str) -> None:
    """Every page that knows `next`, by GET and by POST, and the site's own way to sign in."""
    for name, method in sorted(ROUTES):
        if name.startswith(("account_", "mfa_", "people:security", "usersessions", "demo:")):
            path = address((name, method), ROUTES[name, method], world.filled)
            for column in (STRANGER, "beheerder"):
                answer = world.cast[column].ask(method, path, {"next": away})
                where = urlsplit(answer.headers.get("Location", ""))
                assert (where.scheme, where.netloc) == ("", ""), (name, answer.headers["Location"])
                assert "\\" not in where.path
                assert not re.match(r"/[\s/]", where.path)


def test_a_path_with_two_slashes_is_no_way_out(world: World) -> None:
    answer = world.cast[STRANGER].client.get("//kwaad.example/mijn/")
    assert "kwaad.example" not in urlsplit(answer.headers.get("Location", "")).netloc


@pytest.mark.parametrize("host", ["kwaad.example", "testserver:80@kwaad.example", "testserver.kwaad.example"])
def test_another_host_gets_nothing(world: World, host: str) -> None:
    for column in (STRANGER, "beheerder"):
        for path in ("/mijn/", "/aanmelden/", "/"):
            answer = world.cast[column].ask("GET", path, HTTP_HOST=host)
            assert answer.status_code == 400
            assert "kwaad" not in answer.content.decode()
        answer = world.cast[column].ask("GET", "/mijn/", HTTP_X_FORWARDED_HOST="kwaad.example")
        assert "kwaad" not in answer.headers.get("Location", "") + answer.content.decode()


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "GET2"])
def test_no_other_method_gets_past_the_gate(world: World, method: str) -> None:
    for name in CLOSED:
        for column in (STRANGER, "aangemeld"):
            answer = world.cast[column].ask(method, path_of(world, name), HTTP_X_HTTP_METHOD_OVERRIDE="POST")
            assert answer.status_code in {302, 405}, name


def test_the_session_cookie_is_out_of_reach() -> None:
    assert settings.SESSION_COOKIE_HTTPONLY
    assert settings.SESSION_COOKIE_SAMESITE in {"Lax", "Strict"}
    assert settings.CSRF_COOKIE_SAMESITE in {"Lax", "Strict"}
    assert settings.SESSION_ENGINE != "django.contrib.sessions.backends.signed_cookies"


def test_behind_https_cookies_go_over_https_only(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    import os
    import subprocess
    import sys

    asked = "from django.conf import settings as s; print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, " \
        "s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.SECURE_HSTS_SECONDS)"  # fmt: skip
    surroundings = {
        "PATH": os.environ["PATH"], "WORTEL_DATA": str(tmp_path), "WORTEL_HTTPS": "1",
        "DJANGO_SETTINGS_MODULE": "wortel.site.settings",
    }  # fmt: skip
    said = subprocess.run([sys.executable, "-c", asked], env=surroundings, capture_output=True, text=True, check=True)
    secure, csrf_secure, session, csrf, hsts = said.stdout.split()
    assert (secure, csrf_secure) == ("True", "True")
    assert session.startswith("__Host-")
    assert csrf.startswith("__Host-")
    assert int(hsts) >= 31_536_000


def test_signing_in_gives_a_new_session(undone: World) -> None:
    """A session somebody else prepared is worth nothing after signing in."""
    client = Client()
    client.get("/aanmelden/")
    session = client.session
    session["prepared"] = "by an attacker"
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    client.force_login(undone.cast["beheerder"].person, backend="django.contrib.auth.backends.ModelBackend")
    assert client.cookies[settings.SESSION_COOKIE_NAME].value != session.session_key


def test_signing_out_ends_the_session_for_who_kept_its_cookie(undone: World) -> None:
    visitor = undone.cast["beheerder"]
    assert visitor.ask("GET", "/mijn/").status_code == 200
    assert visitor.ask("POST", "/afmelden/").status_code == 302
    assert visitor.ask("GET", "/mijn/").headers["Location"].startswith(resolve_url(settings.LOGIN_URL))


def test_a_mandate_that_ends_between_reading_and_sending_ends_at_once(undone: World) -> None:
    visitor = undone.cast["beheerder"]
    path = path_of(undone, "organisations:edit", "POST")
    assert visitor.ask("GET", path).status_code == 200
    Mandate.objects.filter(person=visitor.person).update(ended_at=timezone.now())
    assert visitor.ask("POST", path, {"name": "Van mij"}).status_code == 403
    assert visitor.ask("GET", path).status_code == 403


def test_a_closed_account_ends_its_sessions_at_once(undone: World) -> None:
    visitor = undone.cast["platformbeheerder"]
    assert visitor.ask("GET", "/programma/rollen/").status_code == 200
    assert visitor.person is not None
    type(visitor.person).objects.filter(pk=visitor.person.pk).update(is_active=False)
    assert visitor.ask("GET", "/programma/rollen/").status_code == 302
