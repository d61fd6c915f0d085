"""Fictional statements come and go as a whole, and the tally goes with them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from wortel.coverage.models import Evidence
from wortel.coverage.public import (
    EvidenceDraft,
    EvidenceFilter,
    evidence_count,
    holds_fictional,
    holds_real,
    keep_evidence,
    remove_fictional_evidence,
    tally_differences,
)
from wortel.trail.public import By

BY = By.command("tests")

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 21, 12, tzinfo=UTC)


def drafts(number: int) -> Iterator[EvidenceDraft]:
    for n in range(number):
        yield EvidenceDraft(f"demo-{n}", "activity", "recognised", 2020 + n % 3, "44021", "Labo", "Academie (fictief)")


def test_fictional_statements_are_kept_counted_and_taken_away() -> None:
    assert keep_evidence(BY, drafts(30), AT) == 30
    assert (evidence_count(EvidenceFilter(year=2021)), holds_fictional(), holds_real()) == (10, True, False)
    assert tally_differences() == ()
    assert remove_fictional_evidence(BY, AT) == 30
    assert (evidence_count(EvidenceFilter()), holds_fictional()) == (0, False)
    assert tally_differences() == ()


def test_a_real_name_for_a_fictional_statement_is_refused_by_the_database() -> None:
    wrong = EvidenceDraft("echt-1", "activity", "recognised", 2020, "44021", "Labo", "X", is_fictional=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        keep_evidence(BY, [wrong], AT)
    assert not Evidence.objects.exists()


def test_a_tally_that_was_tampered_with_is_seen() -> None:
    keep_evidence(BY, drafts(3), AT)
    Evidence.objects.filter(year=2021).delete()
    assert tally_differences() == (2021,)
