"""What came in, and what was taken back, stands on the trail by number; rows never do."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from wortel.intake.models import Record
from wortel.intake.public import ImportRefused, name_source, undo_import
from wortel.trail.models import Details, Entry
from wortel.trail.public import By, TrailEntry, entries_by, entries_of

AT = datetime(2026, 11, 21, 13, tzinfo=UTC)
BY = By("command", person="person-a", request="wortel import")


def told() -> list[tuple[str, str]]:
    """Verb and thing of every entry, in their order."""
    return list(Entry.objects.order_by("number").values_list("verb", "thing"))


def the_import(number: int | None) -> TrailEntry:
    return entries_of(f"import:{number}").entries[0]


def test_an_import_says_source_file_and_counts(bring: Any) -> None:
    done = bring(("1", "bos"), ("2", "weide"))
    assert told() == [("source.named", "source:lijst"), ("import.taken_in", f"import:{done.import_id}")]
    after = the_import(done.import_id).after
    assert (after["source"], after["file"], after["added"], after["rows"]) == ("lijst", "lijst.csv", 2, 2)
    assert not any("weide" in text for text in Details.objects.values_list("text", flat=True))


def test_what_changes_nothing_leaves_nothing(bring: Any) -> None:
    bring(("1", "bos"))
    before = told()
    bring(("1", "bos"))
    bring(("1", "woud"), dry_run=True)
    with pytest.raises(ImportRefused):
        bring(("2", ""), ("3", "x"))
    assert told() == before


def test_an_undoing_says_what_it_undid(bring: Any, adapter: Any) -> None:
    done = bring(("1", "bos"))
    undo_import(BY, done.import_id, adapter, AT)
    newest = the_import(done.import_id)
    assert (newest.verb, newest.person, newest.before["added"]) == ("import.undone", "person-a", 1)
    assert not Record.objects.exists()


@pytest.mark.django_db
def test_a_source_says_what_it_was_called_before() -> None:
    name_source(BY, "stad", at=AT, title="Stad")
    name_source(BY, "stad", at=AT, title="Stad")
    name_source(BY, "stad", at=AT, title="Stad Gent")
    newest, first = entries_by("person-a").entries
    assert (first.before, first.after["key"]) == ({}, "stad")
    assert (newest.before, newest.after) == ({"name": "Stad"}, {"name": "Stad Gent"})
