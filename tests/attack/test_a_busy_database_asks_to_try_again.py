"""Two who write at once and wait for each other: the one whose write is undone reads to try again, in one sentence."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client

from wortel.people.models import Person
from wortel.shell.clock import now
from wortel.trail.models import Entry


class _Deadlock(Exception):
    sqlstate = "40P01"


def _undone(cause: Exception | None, text: str) -> Any:
    def undone(*_given: Any, **_named: Any) -> None:
        raise OperationalError(text) from cause

    return undone


@pytest.fixture
def signed_in(db: None) -> Client:
    client = Client(raise_request_exception=False)
    person = Person.objects.create(email="noor@example.org", joined_at=now())
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.mark.parametrize(
    ("cause", "text"), [(_Deadlock(), "deadlock detected"), (None, "database is locked")], ids=["postgresql", "sqlite"]
)
def test_it_is_said_in_dutch_with_when_to_try_again(
    signed_in: Client, monkeypatch: pytest.MonkeyPatch, cause: Exception | None, text: str
) -> None:
    before = Entry.objects.count()
    monkeypatch.setattr("wortel.people.pages.account.rename_person", _undone(cause, text))
    answer = signed_in.post("/mijn/", {"name": "Noor"})
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "2")
    assert "Er is niets veranderd. Ga terug en verstuur opnieuw." in answer.content.decode()
    assert text not in answer.content.decode()
    assert Entry.objects.count() == before


def test_a_fault_of_ours_stays_a_fault(signed_in: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wortel.people.pages.account.rename_person", _undone(None, "no such table: people_person"))
    assert signed_in.post("/mijn/", {"name": "Noor"}).status_code == 500
