"""Hidden and not there look the same: status, words, and how long it takes. Fields nobody offered change nothing."""

from __future__ import annotations

import re
import statistics
import time
from typing import Any

import pytest
from directory_of_two import OTHER, OWN
from the_cast import COLUMNS, STRANGER, Visitor
from the_routes import address, routes
from the_table import Row, rows
from the_world import World

from wortel.organisations.models import OwnProfile
from wortel.people.models import Invitation, Mandate, Person

pytestmark = pytest.mark.django_db
ROUTES = routes()
GUESSED = {"ref": "0f0e0d0c0b0a", "token": "0f0e0d:abcdefghijklmnopqrstuvwxyz", "pk": "987654"}
WITH_A_REF = [
    row for row in rows() if "verborgen" in row.cells.values() and set(GUESSED) & set(ROUTES.get(row.route, ()))
]


def plain(text: str) -> str:
    """What is on the page, without the address asked for, tokens of forms and the number of the request."""
    without = re.sub(r'(nonce|value|href|action|content|name)="[^"]*"', "", text)
    return re.sub(r"\b[0-9a-f]{16}\b", "", without)


def asked(visitor: Visitor, method: str, path: str) -> tuple[int, str]:
    answer = visitor.ask(method, path)
    return answer.status_code, plain(answer.content.decode().replace(path, ""))


@pytest.mark.parametrize("row", WITH_A_REF, ids=str)
def test_hidden_looks_like_not_there(row: Row, world: World) -> None:
    parameters = ROUTES[row.route]
    guessed = {f"{row.name}:{each}": GUESSED[each] for each in parameters if each in GUESSED}
    real = address(row.key, parameters, world.filled)
    made_up = address(row.key, parameters, {**world.filled, **guessed})
    for column, word in row.cells.items():
        if word == "verborgen":
            hidden, not_there = (asked(world.cast[column], row.method, path) for path in (real, made_up))
            assert hidden == not_there, column


def test_hidden_takes_as_long_as_not_there(world: World) -> None:
    """Of sixty questions each way, the medians lie within two milliseconds and a half of each other."""
    visitor = world.cast["aangemeld"]
    name = "people:mandate-end"
    paths = [
        address((name, "GET"), ("ref",), world.filled),
        address((name, "GET"), ("ref",), {f"{name}:ref": GUESSED["ref"]}),
    ]
    took: list[list[float]] = [[], []]
    for turn in range(60):
        for which in (0, 1) if turn % 2 else (1, 0):
            began = time.process_time()
            visitor.ask("GET", paths[which])
            took[which].append(time.process_time() - began)
    assert abs(statistics.median(took[0]) - statistics.median(took[1])) < 0.0025


def test_refs_cannot_be_guessed() -> None:
    """What stands in an address and is not public is drawn by the system's own generator, 80 bits at least."""
    for model in (Person, Mandate, Invitation):
        made = {model._meta.get_field("ref").get_default() for _ in range(50)}
        assert len(made) == 50
        assert all(re.fullmatch(r"[0-9a-f]{20,24}", ref) for ref in made), model


EXTRA = {
    "id": "1", "pk": "1", "ref": OTHER, "actor": OTHER, "organisation": OTHER, "person": "1", "is_active": "1",
    "capacity": "platform_administrator", "scheme": "", "area": "", "given_by": "", "valid_to": "", "ended_at": "",
    "is_superuser": "1", "is_staff": "1", "made_by": "x", "state": "accepted", "version": "1", "published_at": "",
    "is_claimed": "1", "is_fictional": "1", "email": "iemand.anders@example.org", "joined_at": "2020-01-01",
}  # fmt: skip


@pytest.mark.parametrize("column", [column for column in COLUMNS if column != STRANGER])
def test_fields_nobody_offered_change_nothing_of_another(undone: World, column: str) -> None:
    """Every form sent with every column name anyone could guess: no right, person or other profile changes."""
    before = _others(undone.cast[column])
    for name, method in sorted(ROUTES):
        if method == "POST" and not name.startswith(("account_", "mfa_", "usersessions", "privacy:")):
            undone.cast[column].ask("POST", address((name, method), ROUTES[name, method], undone.filled), EXTRA)
    assert _others(undone.cast[column]) == before


def _others(visitor: Visitor) -> tuple[Any, ...]:
    """Rights of everyone in the programme and in OTHER, people, and the profile of OTHER."""
    rights = Mandate.objects.exclude(organisation=OWN).order_by("pk")
    own = {} if visitor.part.organisation != OTHER else {"actor": OTHER}
    return (
        list(rights.values_list("pk", "person", "capacity", "organisation", "scheme", "area", "valid_to", "ended_at")),
        list(Person.objects.exclude(pk=visitor.person.pk if visitor.person else 0).order_by("pk").values_list()),
        [] if own else list(OwnProfile.objects.exclude(actor=OWN).values_list()),
    )
