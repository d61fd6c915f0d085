"""The register is open to all; your own data are yours alone, and erasing asks twice."""

from __future__ import annotations

import json
from collections.abc import Callable
from urllib.parse import unquote

import pytest
from allauth.account.internal.flows import login
from django.test import Client
from tests.privacy.conftest import Sown

from wortel.people.models import Person
from wortel.shell import clock


def signed_in(person: Person, *, recently: bool = True) -> Client:
    visitor = Client()
    visitor.force_login(person, "django.contrib.auth.backends.ModelBackend")
    session = visitor.session
    ago = 0 if recently else 3600
    session[login._AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(person.pk)
    session["account_authentication_methods"] = [{"method": "code", "at": clock.now().timestamp() - ago}]
    session.save()
    return visitor


def test_the_register_names_every_personal_field(db: None) -> None:
    page = Client().get("/privacy/register/").content.decode()
    assert "people.Person.email" in page
    assert "mfa.Authenticator.data" in page


@pytest.mark.parametrize("path", ["/mijn/gegevens/", "/mijn/gegevens/bestand.json", "/mijn/gegevens/wissen/"])
def test_a_stranger_is_asked_to_sign_in(db: None, path: str) -> None:
    answer = Client().get(path)
    assert answer.status_code in {302, 401}


def test_the_file_holds_what_is_held(sown: Sown) -> None:
    answer = signed_in(sown.person).get("/mijn/gegevens/bestand.json")
    assert "attachment" in answer["Content-Disposition"]
    tables = {told["table"]: told["rows"] for told in json.loads(answer.content)["held"]}
    assert tables["people.Person"][0]["email"] == "sown@example.org"


@pytest.mark.parametrize("path", ["/mijn/gegevens/bestand.json", "/mijn/gegevens/wissen/"])
def test_who_signed_in_long_ago_confirms_first(sown: Sown, path: str) -> None:
    answer = signed_in(sown.person, recently=False).get(path)
    assert answer.status_code == 302
    assert path in unquote(answer["Location"])


def test_erasing_asks_for_a_tick(sown: Sown) -> None:
    visitor = signed_in(sown.person)
    assert visitor.post("/mijn/gegevens/wissen/", {}).status_code == 422
    assert Person.objects.get().erased_at is None


def test_erasing_ends_the_session_too(sown: Sown) -> None:
    visitor, elsewhere = signed_in(sown.person), signed_in(sown.person)
    answer = visitor.post("/mijn/gegevens/wissen/", {"sure": "on"})
    assert answer["Location"] == "/privacy/gewist/"
    assert visitor.get("/mijn/gegevens/").status_code in {302, 401}
    assert elsewhere.get("/mijn/gegevens/").status_code in {302, 401}


def test_the_last_administrator_reads_why_not(administrator: Callable[..., Person]) -> None:
    visitor = signed_in(administrator("een@example.org", "club"))
    answer = visitor.post("/mijn/gegevens/wissen/", {"sure": "on"})
    assert (answer.status_code, "opvolger" in answer.content.decode()) == (422, True)
    assert Person.objects.get().email == "een@example.org"
