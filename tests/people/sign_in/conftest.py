"""People who sign in, and the mail they get."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from allauth.account.models import EmailAddress
from django.core.cache import cache
from django.test import Client
from signing_in import ADDRESS, ask_code

from wortel.people.models import Person


@pytest.fixture(autouse=True)
def _nothing_counted(db: None) -> None:
    cache.clear()


@pytest.fixture
def noor(db: None) -> Person:
    person = Person.objects.create(name="Noor Peeters", email=ADDRESS, joined_at=datetime(2026, 1, 5, tzinfo=UTC))
    person.set_unusable_password()
    person.save()
    EmailAddress.objects.create(user=person, email=ADDRESS, verified=True, primary=True)
    return person


@pytest.fixture
def signed_in(client: Client, noor: Person) -> Client:
    """A browser in which Noor signed in with a code."""
    answer = client.post("/aanmelden/code/", {"code": ask_code(client)})
    assert answer.status_code == 302, answer.content.decode()
    return client


@pytest.fixture
def other_browser() -> Callable[[], Client]:
    return Client
