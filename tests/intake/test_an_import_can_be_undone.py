"""A whole import can be taken back, newest first, and then everything stands as before."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from wortel.intake.models import Record
from wortel.intake.public import CannotUndo, undo_import
from wortel.trail.public import By

BY = By.command("tests")

AT = datetime(2026, 11, 21, 13, tzinfo=UTC)


def standing() -> dict[str, str]:
    return {record.key: record.values["name"] for record in Record.objects.filter(ended_by=None)}


def test_undoing_brings_back_what_was_changed_and_dropped_and_takes_what_was_added(bring, adapter) -> None:
    rows = tuple((str(number), f"naam {number}") for number in range(10))
    bring(*rows)
    before, shown = standing(), dict(adapter.shown)
    second = bring(("0", "anders"), *rows[2:], ("nieuw", "nieuw"))
    assert standing() != before
    undo_import(BY, second.import_id, adapter, AT)
    assert (standing(), adapter.shown) == (before, shown)


def test_the_first_of_two_imports_cannot_be_undone_before_the_second(bring, adapter) -> None:
    first = bring(("1", "bos"))
    second = bring(("1", "woud"))
    with pytest.raises(CannotUndo) as cannot:
        undo_import(BY, first.import_id, adapter, AT)
    assert (cannot.value.key, cannot.value.import_id) == ("followed", second.import_id)


def test_an_import_is_undone_once(bring, adapter) -> None:
    first = bring(("1", "bos"))
    undo_import(BY, first.import_id, adapter, AT)
    with pytest.raises(CannotUndo, match="undone"):
        undo_import(BY, first.import_id, adapter, AT)
    assert (standing(), adapter.shown) == ({}, {})
