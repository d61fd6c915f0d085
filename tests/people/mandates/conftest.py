"""A small cast: an organisation with people, each with a mail address of which they showed that it is theirs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from mandate_cast import AT, BY, CLUB

from wortel.people.domain.scope import Scope
from wortel.people.models import Mandate, Person
from wortel.people.public import give_mandate


@pytest.fixture(autouse=True)
def _names(settings: Any) -> None:
    settings.ORGANISATION_NAMES = "mandate_cast.names"


@pytest.fixture
def person(db: None) -> Callable[..., Person]:
    """Makes somebody with a verified address: `person("noor")` is noor@example.org."""

    def person(key: str) -> Person:
        email = f"{key}@example.org"
        made = Person.objects.create(email=email, name=key.title(), joined_at=AT)
        EmailAddress.objects.create(user=made, email=email, verified=True, primary=True)
        return made

    return person


@pytest.fixture
def holder(person: Callable[..., Person]) -> Callable[..., tuple[Person, Mandate]]:
    """Makes somebody with a mandate: an administrator of the club where nothing else is said."""

    def holder(
        key: str,
        capacity: str = "administrator",
        scope: Scope | None = None,
        until: date | None = None,
        at: datetime = AT,
    ) -> tuple[Person, Mandate]:
        made = person(key)
        where = Scope(CLUB) if scope is None else scope
        return made, give_mandate(BY, made, capacity, where, ground="command", at=at, until=until)

    return holder


@pytest.fixture
def signed_in() -> Callable[[Person], Client]:
    """A browser in which this person is signed in, without a second factor."""

    def signed_in(person: Person) -> Client:
        client = Client()
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return signed_in


@pytest.fixture
def strong(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every session counts as confirmed with a second factor."""
    monkeypatch.setattr("wortel.people.calling.is_strong", lambda *_asked: True)
