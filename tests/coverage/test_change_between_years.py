"""Gained, lost and kept: silence is neither."""

from __future__ import annotations

from datetime import date

import pytest

from wortel.coverage.domain.change import Change, DifferentMaps, change_between, moves
from wortel.coverage.domain.deciding import State
from wortel.coverage.domain.mapping import CoverageMap, coverage_of_map
from wortel.coverage.domain.projection import Projection, map_day
from wortel.coverage.domain.rule import ReachRule
from wortel.territory.domain.timeline import Timeline


def look(timeline: Timeline, on: date) -> CoverageMap:
    rule = ReachRule(1, frozenset({"recognised"}))
    return coverage_of_map(Projection.of(timeline, map_day(timeline, 2022), on), (), rule, 2022, on)


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("reached", "reached", "kept"),
        ("not_reached", "reached", "gained"),
        ("reached", "not_reached", "lost"),
        ("unknown", "reached", "newly_known"),
        ("contested", "reached", "newly_known"),
        ("reached", "unknown", "no_longer_known"),
        ("reached", "contested", "no_longer_known"),
        ("unknown", "not_reached", "other"),
        ("unknown", "unknown", "other"),
        ("contested", "not_reached", "other"),
    ],
)
def test_change_is_named_after_both_answers(before: str, after: str, change: str) -> None:
    assert change_between(State(before), State(after)) is Change(change)


def test_two_years_on_different_maps_cannot_be_compared(timeline: Timeline) -> None:
    old = look(timeline, date(2019, 1, 1))
    new = look(timeline, date(2025, 1, 1))
    with pytest.raises(DifferentMaps):
        moves(old, new)
