"""A source that suddenly misses more than a fifth of what it said looks broken, unless we are told otherwise."""

from __future__ import annotations

import pytest

from wortel.intake.domain.statement import loses_too_much
from wortel.intake.models import Record
from wortel.intake.public import ImportRefused

ROWS = tuple((str(number), f"naam {number}") for number in range(10))


@pytest.mark.parametrize(
    ("standing", "dropped", "too_much"), [(10, 2, False), (10, 3, True), (0, 0, False), (1, 1, True)]
)
def test_a_fifth_is_the_bound(standing: int, dropped: int, too_much: bool) -> None:
    assert loses_too_much(standing, dropped) is too_much


def test_a_file_that_loses_three_of_ten_is_refused(bring) -> None:
    bring(*ROWS)
    with pytest.raises(ImportRefused, match=r"3 van de 10 .*--accept-loss"):
        bring(*ROWS[3:])
    assert Record.objects.filter(ended_by=None).count() == 10


def test_a_loss_that_is_meant_is_taken(bring, adapter) -> None:
    bring(*ROWS)
    outcome = bring(*ROWS[3:], accept_loss=True)
    assert (outcome.dropped, Record.objects.filter(ended_by=None).count(), len(adapter.shown)) == (3, 7, 7)
