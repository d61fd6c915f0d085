"""Two schools, a company and their people; registers that speak of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

import pytest
from django.test import Client

from wortel.actors.public import ActorAdapter
from wortel.intake.public import Naming, state_record
from wortel.people.public import Person, Scope, give_mandate
from wortel.trail.public import By

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
BY = By("command", request="test")
SCHOOL, FIRM, CLUB = "a-school", "a-bedrijf", "a-club"

TOLD: Mapping[str, Mapping[str, str]] = {
    SCHOOL: {
        "name": "Basisschool De Wortel",
        "kind": "school",
        "website": "https://www.dewortel.example.be/contact",
        "address": "Schoolstraat 1",
        "postcode": "2490",
        "place": "Balen",
        "stated_on": "2026-01-15",
    },
    FIRM: {"name": "Robotfabriek", "kind": "bedrijf", "website": "https://robot.example.org", "place": "Geel"},
    CLUB: {"name": "Codeclub Zuid", "kind": "vereniging", "place": "Mol"},
}


def tell(ref: str, source: str = "register", **cells: str) -> None:
    """A register tells of this actor."""
    adapter = ActorAdapter(AT.date())
    said = {**TOLD.get(ref, {}), **cells}
    naming = Naming(source, source.capitalize(), is_fictional=ref.startswith("demo-"))
    state_record(BY, naming, adapter, adapter.read({"key": ref, **said}), said, subject=ref, at=AT)


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
