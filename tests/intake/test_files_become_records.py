"""A file becomes records that are never overwritten, and a second time it changes nothing."""

from __future__ import annotations

import pytest

from wortel.intake.models import Import, Record
from wortel.intake.public import ImportRefused


def test_every_row_becomes_a_record_with_its_raw_cells(bring, adapter) -> None:
    outcome = bring(("1", " bos "), ("2", "zee"))
    assert outcome.counts == {
        "rows": 2, "added": 2, "changed": 0, "unchanged": 0, "dropped": 0, "refused": 0, "repaired": 1
    }  # fmt: skip
    record = Record.objects.get(key="1")
    assert (record.raw, record.values, record.row) == ({"id": "1", "naam": " bos "}, {"name": "bos"}, 2)
    assert record.repairs == [["name", "trimmed", {}]]
    assert adapter.shown == {"thing-1": "BOS", "thing-2": "ZEE"}
    assert adapter.finished == 1


def test_the_same_file_again_leaves_no_trace(bring) -> None:
    bring(("1", "bos"), ("2", "zee"))
    again = bring(("1", "bos"), ("2", "zee"))
    assert (again.unchanged, again.applied, Import.objects.count()) == (2, False, 1)


def test_a_changed_row_ends_the_old_version_and_keeps_it(bring, adapter) -> None:
    bring(("1", "bos"), ("2", "zee"))
    outcome = bring(("1", "woud"), ("2", "zee"))
    assert (outcome.changed, outcome.unchanged) == (1, 1)
    assert [(change.before, change.after) for change in outcome.changes] == [({"naam": "bos"}, {"naam": "woud"})]
    versions = Record.objects.filter(key="1").order_by("pk")
    assert [(version.values["name"], version.ended_by_id is None) for version in versions] == [
        ("bos", False),
        ("woud", True),
    ]
    assert adapter.shown["thing-1"] == "WOUD"


def test_a_dry_run_tells_and_changes_nothing(bring) -> None:
    outcome = bring(("1", "bos"), dry_run=True)
    assert (outcome.added, outcome.applied, Record.objects.count(), Import.objects.count()) == (1, False, 0, 0)


def test_one_bad_row_holds_back_the_whole_file(bring) -> None:
    with pytest.raises(ImportRefused, match=r"rij 3, kolom naam: gezegd: shout") as refused:
        bring(("1", "bos"), ("2", "zee!"))
    assert refused.value.outcome.refused == 1
    assert Record.objects.count() == 0


def test_bad_rows_can_be_skipped_and_are_still_told(bring) -> None:
    outcome = bring(("1", "bos"), ("2", "zee!"), skip_bad_rows=True)
    assert (outcome.added, outcome.refused, outcome.refusals[0].row) == (1, 1, 3)


def test_a_skipped_row_leaves_the_record_it_would_have_replaced(bring) -> None:
    bring(("1", "bos"), ("2", "zee"))
    outcome = bring(("1", "bos"), ("2", "zee!"), skip_bad_rows=True)
    assert (outcome.dropped, Record.objects.get(key="2").ended_by) == (0, None)


def test_the_same_row_twice_is_told_once_taken_once(bring) -> None:
    outcome = bring(("1", "bos"), ("1", "bos"))
    assert (outcome.added, outcome.repair_counts) == (1, {"intake.same_row": 1})


def test_one_key_with_two_contents_is_refused(bring) -> None:
    with pytest.raises(ImportRefused, match="stond al op een eerdere rij"):
        bring(("1", "bos"), ("1", "zee"))


def test_a_failure_halfway_leaves_everything_as_it_was(bring, adapter, monkeypatch) -> None:
    def broken(subjects, at):
        raise RuntimeError("power cut")

    monkeypatch.setattr(adapter, "project", broken)
    with pytest.raises(RuntimeError):
        bring(("1", "bos"))
    assert (Record.objects.count(), Import.objects.count()) == (0, 0)
