"""Actors that registers speak of, and people with mandates for them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from schools import AT, BY, TOLD, tell

from wortel.people.public import Person, Scope, give_mandate


@pytest.fixture
def actors(db: None) -> None:
    for ref in TOLD:
        tell(ref)


def person_named(name: str) -> Person:
    return Person.objects.create(name=name, email=f"{name}@example.net", joined_at=AT)


@pytest.fixture
def person() -> Callable[..., Person]:
    """`person("noor", administrator="a-school")`: someone, with a mandate when it is named."""

    def person(name: str, **capacity_of: str) -> Person:
        made = person_named(name)
        for capacity, ref in capacity_of.items():
            give_mandate(BY, made, capacity, Scope(organisation=ref), ground="command", at=AT)
        return made

    return person


@pytest.fixture
def as_(person: Callable[..., Person]) -> Callable[..., Client]:
    """A browser in which that person signed in."""

    def as_(name: str, **capacity_of: str) -> Client:
        client = Client()
        client.force_login(person(name, **capacity_of), backend="django.contrib.auth.backends.ModelBackend")
        return client

    return as_
