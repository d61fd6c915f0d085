"""Details go when they are old, or when a person is erased; that it happened stays, and the chain stays whole."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from wortel.trail.models import Details, Entry
from wortel.trail.public import (
    By,
    entries_about,
    entries_of,
    forget_details_about,
    forget_old_details,
    leave,
    verify_chain,
)
from wortel.trail.retention import kept_since

pytestmark = pytest.mark.django_db
SWEEP = By.work("trail.forget_old_details")
NOW = datetime(2033, 6, 1, 12, tzinfo=UTC)
NAME = "Noor Peeters"


def said(thing: str, at: datetime, about: str = "") -> int:
    return leave(By.command("wortel test"), "person.renamed", thing, at=at, after={"name": NAME}, about_person=about)


def test_details_older_than_the_rulebook_allows_are_forgotten() -> None:
    limit = kept_since(NOW)
    assert limit == datetime(2026, 6, 1, 12, tzinfo=UTC)
    old, just_in = said("person:a", limit - timedelta(microseconds=1)), said("person:b", limit)
    assert forget_old_details(SWEEP, NOW) == 1
    assert set(Details.objects.values_list("entry", flat=True)) == {just_in, just_in + 1}
    assert Entry.objects.get(number=old).thing == "person:a"
    assert verify_chain().is_whole


def test_forgetting_leaves_an_entry_of_its_own_once() -> None:
    said("person:a", kept_since(NOW) - timedelta(days=1))
    forget_old_details(SWEEP, NOW)
    assert forget_old_details(SWEEP, NOW) == 0
    last = entries_of("trail:details").entries
    assert [(entry.verb, entry.after["forgotten"]) for entry in last] == [("trail.details_forgotten", 1)]


def test_a_person_can_be_forgotten_by_name_and_the_entries_stand() -> None:
    said("person:noor", NOW, about="noor")
    said("person:wim", NOW, about="wim")
    assert forget_details_about(SWEEP, "noor", NOW) == 1
    assert [entry.is_forgotten for entry in entries_about("noor").entries] == [True]
    assert [entry.after["name"] for entry in entries_about("wim").entries] == [NAME]
    assert NAME not in str(Entry.objects.filter(thing="person:noor").values())
    assert verify_chain().is_whole


def test_nobody_is_not_everybody() -> None:
    said("actor:a", NOW)
    assert forget_details_about(SWEEP, "", NOW) == 0
    assert Details.objects.count() == 1


def test_a_leap_day_has_its_limit_too() -> None:
    assert kept_since(datetime(2028, 2, 29, tzinfo=UTC)) == datetime(2021, 2, 28, tzinfo=UTC)
