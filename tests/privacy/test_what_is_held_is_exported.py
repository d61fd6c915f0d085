"""What someone takes along holds every field about them, and no secret."""

from __future__ import annotations

import json

import pytest
from tests.privacy.conftest import AT, Sown

from wortel.people.models import Person
from wortel.privacy.domain.described import REGISTER
from wortel.privacy.export import as_json, export_of
from wortel.privacy.subject import subject_of, subject_with_address


def test_every_personal_field_is_in_the_export(sown: Sown) -> None:
    held = {told["table"]: told for told in json.loads(as_json(export_of(subject_of(sown.person), AT)))["held"]}
    for table in REGISTER:
        if table.model == "sessions.Session":
            continue  # this person is signed in nowhere that the list of devices knows
        row = held[table.model]["rows"][0]
        for item in table.items:
            text = sown.texts[table.model].get(item.field)
            if text and not item.is_secret:
                assert text in json.dumps(row[item.field]), f"{table.model}.{item.field}"
            assert item.field in row


def test_no_secret_is_in_the_export(sown: Sown) -> None:
    text = as_json(export_of(subject_of(sown.person), AT))
    for table in REGISTER:
        for item in table.items:
            if item.is_secret and (secret := sown.texts[table.model].get(item.field)):
                assert secret not in text


def test_another_person_finds_nothing_of_it(sown: Sown) -> None:
    other = Person.objects.create(email="ander@example.org", joined_at=AT)
    assert [told["table"] for told in export_of(subject_of(other), AT)["held"]] == ["people.Person"]


def test_an_address_nobody_proved_opens_nothing(sown: Sown) -> None:
    thief = Person.objects.create(email="dief@example.org", joined_at=AT)
    thief.refresh_from_db()
    from allauth.account.models import EmailAddress

    EmailAddress.objects.create(user=thief, email="SOWN@example.org", verified=False)
    tables = {told["table"] for told in export_of(subject_of(thief), AT)["held"]}
    assert tables == {"people.Person", "account.EmailAddress"}


def test_who_has_no_account_is_found_by_address(sown: Sown) -> None:
    tables = {told["table"] for told in export_of(subject_with_address("Sown@Example.org"), AT)["held"]}
    assert {"replies.Reply", "post.Message", "people.Invitation"} <= tables


@pytest.mark.parametrize("nothing", ["", "niemand@example.org"])
def test_nothing_to_go_by_finds_nothing(sown: Sown, nothing: str) -> None:
    # Most rows carry an empty number: an empty one may not stand for all of them.
    sown.person.__class__.objects.filter(pk=sown.person.pk).update(email=None)
    assert export_of(subject_with_address(nothing), AT)["held"] == []
