"""Sides answer for themselves; a gangmaker answers only for who has nobody here, and looks on at the rest."""

from __future__ import annotations

from datetime import date

import pytest

from wortel.introductions.permissions import (
    Both,
    may_answer,
    may_ask,
    may_bring_together,
    may_end,
    may_read,
    may_tell,
    own_sides,
)
from wortel.kernel.span import Span
from wortel.people.domain.caller import SECOND_FACTOR, STRANGER, Caller, HeldMandate

HERE, ELSEWHERE = ("referentieregio", "REFREG13"), ("referentieregio", "REFREG03")
VALID = Span(date(2026, 1, 1))


def holding(capacity: str, organisation: str = "", area: tuple[str, str] = ("", ""), *, strong: bool = True) -> Caller:
    return Caller("p", "P", (HeldMandate("m", capacity, organisation, *area, VALID),), is_strong=strong)


SIDE, THIRD = holding("editor", "school"), holding("administrator", "derde")
GANG, AWAY, MANAGER = holding("catalyst", area=HERE), holding("catalyst", area=ELSEWHERE), holding("programme_manager")
BOTH = Both("school", "bedrijf", frozenset({HERE}), frozenset({"school", "bedrijf"}))
SILENT = Both("school", "bedrijf", frozenset({HERE}), frozenset({"school"}))


@pytest.mark.parametrize(
    ("caller", "reads", "answers", "ends", "tells"),
    [
        (STRANGER, False, False, False, False),
        (SIDE, True, True, True, True),
        (THIRD, False, False, False, False),
        (GANG, True, False, True, False),
        (AWAY, False, False, False, False),
        (MANAGER, True, False, True, False),
        (holding("platform_administrator"), False, False, False, False),
        (holding("territory_reader", area=HERE), False, False, False, False),
    ],
)
def test_the_cast(caller: Caller, reads: bool, answers: bool, ends: bool, tells: bool) -> None:
    found = (may_read(caller, BOTH), may_answer(caller, BOTH, "need"), may_end(caller, BOTH), may_tell(caller, BOTH))
    assert tuple(map(bool, found)) == (reads, answers, ends, tells)


def test_a_side_does_not_answer_for_the_other() -> None:
    assert own_sides(SIDE, BOTH) == ("need",)
    assert may_answer(SIDE, BOTH, "offer").reason.key == "introductions.not_yours"
    assert not may_answer(SIDE, SILENT, "offer")


def test_the_desk_answers_on_the_phone_for_who_has_nobody_here() -> None:
    assert may_answer(GANG, SILENT, "offer")
    assert may_answer(GANG, SILENT, "need").reason.key == "introductions.has_people"
    assert not may_answer(AWAY, SILENT, "offer")


def test_a_desk_confirms_with_a_second_factor_first() -> None:
    weak = holding("catalyst", area=HERE, strong=False)
    for verdict in (may_read(weak, BOTH), may_bring_together(weak), may_bring_together(weak, [HERE])):
        assert verdict.reason.key == SECOND_FACTOR


def test_two_others_are_brought_together_in_ones_own_area() -> None:
    assert may_bring_together(GANG, [HERE, ELSEWHERE])
    assert not may_bring_together(AWAY, [HERE])
    assert may_bring_together(MANAGER, [HERE])
    assert not may_bring_together(SIDE)


def test_nobody_asks_the_own_organisation() -> None:
    assert may_ask(THIRD, "school")
    assert not may_ask(SIDE, "school")
    assert not may_ask(GANG, "school")
