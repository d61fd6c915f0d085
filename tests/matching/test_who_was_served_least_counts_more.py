"""The weight of a need: its municipality times how little was served there, each told, from the dated rulebook."""

from __future__ import annotations

from datetime import date

import pytest

from wortel.matching.domain.fairness import Fairness, fairness_in_force, need_weight
from wortel.matching.public import matching_rulebook, say

RULES = Fairness(served_least=1300, served_from=5)


@pytest.mark.parametrize(
    ("asked", "served", "weight"),
    [(10, 0, 1300), (10, 10, 1000), (10, 5, 1150), (4, 0, 1000), (None, 0, 1000), (0, 0, 1000), (10, 12, 1000)],
)
def test_the_less_was_served_the_more_it_counts(asked: int | None, served: int, weight: int) -> None:
    assert need_weight(1000, asked, served, RULES).weight == weight


def test_both_weights_multiply_and_are_told() -> None:
    found = need_weight(1200, 10, 0, RULES)
    assert found.weight == 1560
    assert [say(reason) for reason in found.reasons] == [
        "gewicht van de gemeente: 1,2 keer",
        "het voorbije jaar 0 van 10 ingevuld: 1,3 keer",
    ]


def test_who_counts_once_needs_no_reason() -> None:
    assert need_weight(1000, 10, 10, RULES).reasons == ()


def test_the_numbers_come_from_the_rulebook() -> None:
    assert fairness_in_force(matching_rulebook(), date(2026, 11, 22)) == RULES
