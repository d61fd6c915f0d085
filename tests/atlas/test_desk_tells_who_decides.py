"""Once a day who may decide hears that something new waits; nobody hears of what is not theirs."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.atlas.the_desk import AT, GHENT_REGION, LEUVEN_REGION, reply, someone

from wortel.atlas.public import tell_desk
from wortel.people.models import Mandate, Person
from wortel.post.models import Message

pytestmark = pytest.mark.django_db
SITE = "https://wortel.example.be"


def told(days: int = 0) -> set[str]:
    Message.objects.all().delete()
    tell_desk(SITE, AT + timedelta(days=days))
    return set(Message.objects.values_list("recipient", flat=True))


def test_only_who_may_decide_is_told() -> None:
    reply("x")
    someone("gent@example.org", "catalyst", area=GHENT_REGION)
    someone("leuven@example.org", "catalyst", area=LEUVEN_REGION)
    someone("leest@example.org", "territory_reader", area=GHENT_REGION)
    someone("leidt@example.org", "programme_manager")
    someone("melder@example.org", "programme_manager")
    assert told() == {"gent@example.org", "leidt@example.org"}


def test_nothing_new_is_no_mail_but_what_is_stuck_is_told_each_week() -> None:
    reply("x")
    someone("leidt@example.org", "programme_manager")
    assert [days for days in range(16) if told(days)] == [0, 1, 7, 14]


def test_twice_on_one_day_is_one_mail() -> None:
    reply("x")
    someone("leidt@example.org", "programme_manager")
    tell_desk(SITE, AT)
    tell_desk(SITE, AT + timedelta(hours=1))
    mail = Message.objects.get()
    assert f"{SITE}/balie/" in mail.text
    assert "Er wacht 1 vraag" in mail.text


def test_who_lost_the_role_or_is_invented_hears_nothing() -> None:
    reply("x")
    someone("weg@example.org", "programme_manager")
    someone("verzonnen@example.org", "programme_manager")
    Mandate.objects.filter(person__email="weg@example.org").update(ended_at=AT)
    Person.objects.filter(email="verzonnen@example.org").update(is_fictional=True)
    assert told() == set()
