"""Where the demo is served, a visitor may become one of its invented people; nowhere else, and nobody else."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from wortel.demo.actions.forget_people import forget_people
from wortel.demo.domain.people import PEOPLE
from wortel.demo.public import Size, build_world, remove_world, settle_people
from wortel.organisations.public import Claim, open_claims
from wortel.people.public import Mandate, Person, caller_of
from wortel.replies.public import Reply
from wortel.shell.clock import now
from wortel.trail.public import By

BY = By.command("wortel demo")
pytestmark = pytest.mark.django_db


@pytest.fixture
def demo(settings: Any) -> None:
    settings.IS_DEMO = True
    settle_people(BY, now())


def test_each_invented_person_has_a_button(demo: None, client: Client) -> None:
    page = client.get("/demo/").content.decode()
    assert [part.name for part in PEOPLE if f"Word {part.first_name}" in page] == [part.name for part in PEOPLE]


def test_a_visitor_becomes_the_person_they_choose(demo: None, client: Client) -> None:
    client.post("/demo/word/demo-victor/")
    request = client.get("/").wsgi_request
    caller = caller_of(request)
    assert (caller.person, caller.is_strong) == ("demo-victor", True)
    assert [held.capacity for held in caller.mandates] == ["programme_manager"]


def test_reading_the_address_of_a_button_signs_nobody_in(demo: None, client: Client) -> None:
    client.get("/demo/word/demo-victor/")
    assert caller_of(client.get("/").wsgi_request).is_stranger


def test_nobody_real_can_be_chosen(demo: None, client: Client) -> None:
    Person.objects.create(ref="echt", email="echt@example.org", joined_at=now())
    assert client.post("/demo/word/echt/").status_code == 404


def test_without_the_demo_there_is_nothing_to_choose(client: Client) -> None:
    settle_people(BY, now())
    assert client.get("/demo/").status_code == 404
    client.post("/demo/word/demo-victor/")
    assert caller_of(client.get("/").wsgi_request).is_stranger


def test_settling_twice_changes_nothing_and_forgetting_leaves_nobody() -> None:
    settle_people(BY, now())
    assert settle_people(BY, now()) == 0
    assert forget_people(BY, now()) == len(PEOPLE)
    assert (Person.objects.count(), Mandate.objects.count()) == (0, 0)


def test_in_the_small_world_the_desk_has_something_to_decide_and_all_of_it_goes() -> None:
    build_world(BY, Size.S, 1, now(), lambda _line: None)
    settle_people(BY, now())
    assert {reply.kind for reply in Reply.objects.filter(state=Reply.State.OPEN)} == {"dispute", "correction"}
    assert [claim.actor_name for claim in open_claims()] == ["Raketclub Noordster (fictief)"]
    remove_world(BY, now())
    assert (Reply.objects.count(), Claim.objects.count(), Person.objects.count()) == (0, 0, 0)
