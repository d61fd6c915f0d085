"""After two years without signing in we ask once; a month later the account goes, unless someone comes back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from wortel.people.models import Person
from wortel.post.models import Message
from wortel.privacy.inactivity import months_before
from wortel.privacy.public import Swept, sweep_inactive
from wortel.trail.public import By

AT = datetime(2028, 11, 22, 12, tzinfo=UTC)
BY = By.work("privacy.sweep")
LONG_AGO, JUST_NOT = date(2026, 11, 22), date(2026, 11, 23)


@pytest.fixture
def person(db: None) -> Person:
    return Person.objects.create(
        name="An", email="an@example.org", joined_at=datetime(2026, 1, 1, tzinfo=UTC), seen_on=LONG_AGO
    )


def test_who_is_silent_for_two_years_is_asked_once(person: Person) -> None:
    assert sweep_inactive(BY, AT) == Swept(1, 0, 0)
    assert sweep_inactive(BY, AT + timedelta(days=1)) == Swept(0, 0, 0)
    mail = Message.objects.get()
    assert (mail.recipient, "22 december 2028" in mail.text) == ("an@example.org", True)


def test_a_day_too_early_nothing_happens(person: Person) -> None:
    Person.objects.update(seen_on=JUST_NOT)
    assert sweep_inactive(BY, AT) == Swept(0, 0, 0)


def test_who_stays_silent_is_erased_after_the_days_we_promised(person: Person) -> None:
    sweep_inactive(BY, AT)
    assert sweep_inactive(BY, AT + timedelta(days=29)) == Swept(0, 0, 0)
    assert sweep_inactive(BY, AT + timedelta(days=30)) == Swept(0, 1, 0)
    assert Person.objects.get().email is None


def test_who_signs_in_again_keeps_the_account_and_is_asked_anew_later(person: Person) -> None:
    sweep_inactive(BY, AT)
    Person.objects.update(seen_on=AT.date() + timedelta(days=3))
    assert sweep_inactive(BY, AT + timedelta(days=60)) == Swept(0, 0, 0)
    assert sweep_inactive(BY, AT + timedelta(days=800)) == Swept(1, 0, 0)


def test_who_never_signed_in_counts_from_joining(person: Person) -> None:
    Person.objects.update(seen_on=None)
    assert sweep_inactive(BY, AT) == Swept(1, 0, 0)


def test_the_last_administrator_is_asked_but_stays(administrator: Callable[..., Person]) -> None:
    administrator("een@example.org", "club")
    Person.objects.update(seen_on=LONG_AGO)
    assert sweep_inactive(BY, AT) == Swept(1, 0, 0)
    assert sweep_inactive(BY, AT + timedelta(days=30)) == Swept(0, 0, 1)
    assert Person.objects.get().email == "een@example.org"


def test_invented_people_are_left_alone(person: Person) -> None:
    Person.objects.update(is_fictional=True)
    assert sweep_inactive(BY, AT) == Swept(0, 0, 0)


@pytest.mark.parametrize(
    ("day", "months", "earlier"),
    [
        (date(2028, 11, 22), 24, date(2026, 11, 22)),
        (date(2028, 2, 29), 24, date(2026, 2, 28)),
        (date(2027, 1, 31), 2, date(2026, 11, 30)),
        (date(2027, 12, 31), 12, date(2026, 12, 31)),
    ],
)
def test_months_are_counted_by_the_calendar(day: date, months: int, earlier: date) -> None:
    assert months_before(day, months) == earlier
