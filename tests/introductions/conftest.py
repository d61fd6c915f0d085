"""The world of the introductions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from world_of_two import settle_actors, settle_listings, settle_people

from wortel.people.public import Person
from wortel.shell import clock


@pytest.fixture
def two(db: None) -> None:
    """A school with a need, a company with an offer, and their people."""
    settle_actors()
    settle_people()
    settle_listings()


@pytest.fixture
def as_(db: None) -> Callable[[str], Client]:
    """A browser in which that person signed in."""

    def as_(ref: str) -> Client:
        client = Client()
        client.force_login(Person.objects.get(ref=ref), backend="django.contrib.auth.backends.ModelBackend")
        return client

    return as_


@pytest.fixture
def on(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """`on(AT + DAY)`: what the clock says to pages from now on."""

    def on(at: datetime) -> None:
        monkeypatch.setattr(clock, "now", lambda: at.astimezone(clock.BRUSSELS))
        monkeypatch.setattr(clock, "today", lambda: at.astimezone(clock.BRUSSELS).date())

    return on
