"""The gangmaker of a region is told by mail that needs stay open: when one is new, and on Mondays; once a day."""

from __future__ import annotations

from datetime import timedelta

import pytest
from listings import AT, BALEN, BY, need, ran

from wortel.introductions.actions.tell_gangmakers import tell_gangmakers
from wortel.people.public import Person, Scope, give_mandate
from wortel.post.models import Message

pytestmark = pytest.mark.django_db
SITE = "https://wortel.example"
SUNDAY = AT


@pytest.fixture(autouse=True)
def _gangmakers() -> None:
    for name, area in (("greet", "REFREG13"), ("hanne", "REFREG03")):
        person = Person.objects.create(name=name, email=f"{name}@example.org", joined_at=AT)
        give_mandate(BY, person, "catalyst", Scope("", "referentieregio", area), ground="command", at=AT)


def test_only_the_gangmaker_of_that_region_is_told_with_the_way_to_the_desk() -> None:
    need("n")
    ran()
    assert tell_gangmakers(SITE, SUNDAY) == 1
    mail = Message.objects.get(kind="desk")
    assert mail.recipient == "greet@example.org"
    assert "In jouw regio blijft 1 vraag open. Sinds gisteren kwam er 1 bij." in mail.text
    assert "https://wortel.example/regios/REFREG13/balie/" in mail.text


def test_twice_on_one_day_is_one_mail() -> None:
    need("n")
    ran()
    tell_gangmakers(SITE, SUNDAY)
    tell_gangmakers(SITE, SUNDAY + timedelta(hours=3))
    assert Message.objects.filter(kind="desk").count() == 1


def test_what_stays_open_is_told_again_on_monday_and_not_on_other_days() -> None:
    need("n", at=BALEN)
    ran()
    told = [tell_gangmakers(SITE, SUNDAY + timedelta(days=days)) for days in (2, 3, 8)]
    assert told == [0, 0, 1]


def test_fiction_is_told_to_nobody() -> None:
    need("demo-n", is_fictional=True)
    ran(is_fictional=True)
    assert tell_gangmakers(SITE, SUNDAY) == 0
