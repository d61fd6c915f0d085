"""The database itself refuses to change what is on the trail."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, transaction
from django.db.models import F

from wortel.trail.guards import missing_guards, unguard, unguarded
from wortel.trail.models import Details, Entry, Head
from wortel.trail.public import By, leave

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
FORBIDDEN: dict[str, Callable[[], object]] = {
    "changing an entry": lambda: Entry.objects.update(why="anders"),
    "deleting an entry": lambda: Entry.objects.filter(number=2)._raw_delete("default"),  # type: ignore[attr-defined]
    "changing details": lambda: Details.objects.update(text="{}"),
    "turning the head back": lambda: Head.objects.update(number=F("number") - 1),
    "letting the head jump": lambda: Head.objects.update(number=F("number") + 2),
    "changing the head": lambda: Head.objects.update(hash="0" * 64),
    "deleting the head": lambda: Head.objects.all().delete(),
}


@pytest.fixture
def _two_entries(db: None) -> None:
    for name in ("a", "b"):
        leave(By.command("wortel test"), "actor.changed", f"actor:{name}", at=AT, after={"name": name})


@pytest.mark.usefixtures("_two_entries")
@pytest.mark.parametrize("what", FORBIDDEN)
def test_the_database_refuses(what: str) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        FORBIDDEN[what]()


@pytest.mark.usefixtures("_two_entries")
def test_details_may_be_forgotten() -> None:
    Details.objects.filter(entry=1).delete()
    assert list(Details.objects.values_list("entry", flat=True)) == [2]


@pytest.mark.usefixtures("_two_entries")
def test_without_guards_all_that_is_possible() -> None:
    with unguarded():
        for act in FORBIDDEN.values():
            Details.objects.all().delete()
            act()
    assert missing_guards() == []


@pytest.mark.django_db
def test_guards_that_are_gone_are_noticed() -> None:
    assert missing_guards() == []
    unguard()
    assert {"trail_entry_no_update", "trail_entry_no_delete"} < set(missing_guards())
