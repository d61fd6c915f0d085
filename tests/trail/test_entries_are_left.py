"""An entry is left with the write or the write does not happen; its fingerprint is the same on every database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.db import connection, transaction
from pytest_django import DjangoAssertNumQueries

from wortel.intake.models import Source
from wortel.intake.public import name_source
from wortel.trail.actions import leave as module
from wortel.trail.models import Details, Entry, Head
from wortel.trail.public import By, TrailOutsideTransaction, entries_of, leave, verify_chain

AT = datetime(2026, 3, 1, 12, 30, 15, 123456, tzinfo=UTC)
CLERK = By("page", person="person-a", organisation="school-a", request="request-1")
NASTY = [
    "\x00",
    "a\x00b",
    "\ud800",
    "a\udfffb",
    "\x1f",
    "x" * 1000,
    "é" * 301,
    "\U0001f955" * 400,
    "'; DROP TABLE x;--",
]


@pytest.mark.django_db
def test_the_same_entry_has_the_same_fingerprint_on_every_database() -> None:
    leave(CLERK, "profile.published", "actor:é", at=AT, why="Op vraag van de directie", about_person="person-b")
    assert Head.objects.get().hash == "8eef16c3f2b6ae66b99eece9a13102ead18e93ba0b0e3677b542e86502405e88"


@pytest.mark.django_db
def test_numbers_follow_each_other_and_the_chain_is_whole() -> None:
    assert [leave(CLERK, "actor.changed", "actor:a", at=AT, after={"n": n}) for n in range(100)] == [*range(1, 101)]
    checked = verify_chain()
    assert (checked.entries, checked.details, checked.is_whole) == (100, 100, True)


@pytest.mark.django_db
def test_it_costs_three_statements_and_one_for_details(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(3):
        leave(CLERK, "actor.changed", "actor:a", at=AT)
    with django_assert_num_queries(4):
        leave(CLERK, "actor.changed", "actor:a", at=AT, before={"name": "Oud"})


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_it_is_refused() -> None:
    with pytest.raises(TrailOutsideTransaction):
        leave(CLERK, "actor.changed", "actor:a", at=AT)
    assert not Entry.objects.exists()


@pytest.fixture
def broken_trail(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def fails(*_cells: object) -> str:
        raise OSError("no fingerprint today")

    monkeypatch.setattr(module, "link", fails)
    return


@pytest.mark.django_db
@pytest.mark.usefixtures("broken_trail")
def test_a_write_whose_entry_fails_does_not_happen() -> None:
    with pytest.raises(OSError, match="no fingerprint"):
        name_source(CLERK, "stad", at=AT)
    assert not Source.objects.filter(key="stad").exists()


@pytest.mark.django_db
def test_an_entry_of_a_write_that_fails_is_gone_too() -> None:
    with transaction.atomic():
        leave(CLERK, "actor.changed", "actor:a", at=AT, after={"name": "Nieuw"})
        transaction.set_rollback(True)
    assert (Entry.objects.count(), Details.objects.count(), Head.objects.get().number) == (0, 0, 0)


@pytest.mark.django_db
@pytest.mark.parametrize("text", NASTY)
def test_odd_text_never_stops_the_write(text: str) -> None:
    by = By("page", person=text, organisation=text, request=text)
    leave(by, text, f"actor:{text}", at=AT, before={text: text}, after={"x": [text]}, why=text, about_person=text)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert verify_chain().is_whole
    entry = entries_of(Entry.objects.get().thing).entries[0]
    assert (entry.before, entry.after) == ({text: text}, {"x": [text]})


@pytest.mark.django_db
def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    leave(CLERK, "actor.changed", "actor:a", at=AT, why="woord " * 100)
    why = Entry.objects.get().why
    assert (len(why), why[-1]) == (300, "…")


@pytest.mark.django_db
def test_values_of_every_sort_can_be_told() -> None:
    after = {"on": AT.date(), "at": AT, "all": {"b", "a"}, "none": None, "deep": {"x": (1, 2.5)}}
    leave(CLERK, "actor.changed", "actor:a", at=AT, after=after)
    assert entries_of("actor:a").entries[0].after == {
        "on": "2026-03-01",
        "at": "2026-03-01T12:30:15.123Z",
        "all": ["a", "b"],
        "none": None,
        "deep": {"x": [1, 2.5]},
    }
