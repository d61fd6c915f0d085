"""Organisations that ask and offer, and people with mandates for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.utils import timezone
from fair import AT, BY, TOLD, tell

from wortel.people.public import Person, Scope, give_mandate

HERE = ("referentieregio", "REFREG03")


@pytest.fixture
def actors(db: None) -> None:
    for ref in TOLD:
        tell(ref)


@pytest.fixture
def person() -> Callable[..., Person]:
    """`person("noor", administrator="a-school")`: someone, with a mandate when it is named; `catalyst=` an area."""

    def person(name: str, **capacity_of: str) -> Person:
        made = Person.objects.create(name=name, email=f"{name}@example.net", joined_at=AT)
        EmailAddress.objects.create(user=made, email=made.email, verified=True, primary=True)
        for capacity, ref in capacity_of.items():
            is_role = capacity in ("catalyst", "programme_manager", "territory_reader")
            scope = Scope(scheme="referentieregio" if ref else "", area=ref) if is_role else Scope(organisation=ref)
            give_mandate(BY, made, capacity, scope, ground="command", at=AT)
        return made

    return person


@pytest.fixture
def as_(person: Callable[..., Person]) -> Callable[..., Client]:
    """A browser in which that person signed in, with a second factor unless `strong=False`."""

    def as_(name: str, strong: bool = True, **capacity_of: str) -> Client:
        client = Client()
        client.force_login(person(name, **capacity_of), backend="django.contrib.auth.backends.ModelBackend")
        at = timezone.now().timestamp()
        ways: list[dict[str, Any]] = [{"method": "code", "at": at}]
        session = client.session
        session["account_authentication_methods"] = (
            [*ways, {"method": "mfa", "type": "totp", "at": at}] if strong else ways
        )
        session.save()
        return client

    return as_
