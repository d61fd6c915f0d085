"""Near, connected, active, working area: each between 0 and 1 with its reason, weighed by the rulebook."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortel.network.domain.candidates import CRITERIA, Candidate, CandidateRules, ranked
from wortel.network.rulebook import network_rulebook
from wortel.network.wording import say

RULES = CandidateRules.of(network_rulebook(), date(2026, 11, 22))
PLAIN = Candidate("a", km=12.0, ties_here=0, towns_served=0, status="unknown", is_claimed=False)


def keys(candidate: Candidate) -> list[str]:
    return [reason.key for reason in ranked([candidate], 4, RULES)[0].reasons]


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"km": None}, "network.place_unknown"),
        ({"km": 75.0}, "network.far"),
        ({"ties_here": 2}, "network.connected"),
        ({"status": "active"}, "network.active"),
        ({"status": "active", "is_claimed": True}, "network.active_and_claimed"),
        ({"towns_served": 3}, "network.works_here"),
    ],
)
def test_each_criterion_says_why(change: dict[str, Any], key: str) -> None:
    assert key in keys(replace(PLAIN, **change))
    assert key not in keys(PLAIN)


@pytest.mark.parametrize(
    "better",
    [{"km": 3.0}, {"ties_here": 1}, {"status": "active"}, {"is_claimed": True}, {"towns_served": 1}],
)
def test_whatever_is_better_ranks_higher(better: dict[str, Any]) -> None:
    first, second = ranked([PLAIN, replace(PLAIN, ref="b", **better)], 4, RULES)
    assert first.candidate.ref == "b"
    assert first.score > second.score


def test_equal_ones_stand_by_distance_and_then_by_ref() -> None:
    far = [replace(PLAIN, ref=ref, km=km) for ref, km in (("c", 90.0), ("b", 70.0), ("a", 90.0), ("d", None))]
    assert [it.candidate.ref for it in ranked(far, 4, RULES)] == ["b", "a", "c", "d"]
    assert ranked(far, 4, RULES) == ranked(far[::-1], 4, RULES)


@given(
    km=st.none() | st.floats(0, 500),
    ties=st.integers(0, 50),
    towns=st.integers(0, 50),
    status=st.sampled_from(["active", "unknown", "planned"]),
    is_claimed=st.booleans(),
)
def test_criteria_and_score_lie_between_zero_and_one_and_every_reason_has_words(
    km: float | None, ties: int, towns: int, status: str, is_claimed: bool
) -> None:
    (found,) = ranked([Candidate("a", km, ties, towns, status, is_claimed)], 5, RULES)
    assert [name for name, _, _ in found.criteria] == list(CRITERIA)
    assert all(0 <= value <= 1 for _, value, _ in found.criteria)
    assert 0 <= found.score <= 1
    assert all(say(reason) for reason in found.reasons)
