"""Letters a database calls equal (ı and i, ſ and s) do not make two mail addresses one: mail goes to two mailboxes."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import Client

from wortel.people.actions.sign_up import sign_up
from wortel.people.models import Person
from wortel.post.domain.address import NoMailAddress, address_of
from wortel.post.public import Message
from wortel.trail.public import By

MIA = "mia.smet@example.org"
LOOK_ALIKES = ["mıa.smet@example.org", "mia.ſmet@example.org"]
"""Both are equal to the real one for PostgreSQL, when it compares without regard to capitals."""


@pytest.fixture
def mia(db: None) -> Person:
    return Person.objects.create(email=MIA, name="Mia", joined_at=datetime(2026, 1, 5, tzinfo=UTC))


@pytest.mark.parametrize("address", LOOK_ALIKES)
def test_who_proves_a_look_alike_is_never_the_other(mia: Person, address: str) -> None:
    assert sign_up(By("page"), address, datetime(2026, 2, 1, tzinfo=UTC)) != mia


@pytest.mark.parametrize("address", LOOK_ALIKES)
@pytest.mark.usefixtures("mia")
def test_no_code_leaves_for_a_look_alike(client: Client, address: str) -> None:
    answer = client.post("/aanmelden/", {"email": address})
    assert answer.status_code == 422
    assert "Dit is geen e-mailadres" in answer.content.decode()
    assert not Message.objects.exists()


@pytest.mark.parametrize("address", ["mıa@example.org", "ſmet@example.org", "kelvin@ﬆad.example"])
def test_an_address_with_two_ways_to_be_read_is_none(address: str) -> None:
    with pytest.raises(NoMailAddress):
        address_of(address)


def test_an_accent_is_a_letter_of_its_own() -> None:
    assert address_of("José@café.example") == "josé@café.example"


def test_capitals_make_no_difference(mia: Person) -> None:
    assert sign_up(By("page"), MIA.title(), datetime(2026, 2, 1, tzinfo=UTC)) == mia
