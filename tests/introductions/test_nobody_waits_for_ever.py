"""Silence is reminded of once and then let go; after the day it is asked once whether it took place."""

from __future__ import annotations

import pytest
from world_of_two import AT, BRAM, BY, DAY, HOLIDAY, NOOR, in_contact, proposal

from wortel.introductions.actions.answer import agree
from wortel.introductions.actions.give_feedback import give_feedback
from wortel.introductions.actions.keep_moving import Moved, keep_moving
from wortel.introductions.actions.plan import plan
from wortel.introductions.domain.feedback import CONTESTED, HAPPENED, NOT_HAPPENED, UNKNOWN, Said, outcome
from wortel.introductions.models import Feedback, Introduction
from wortel.post.models import Message

pytestmark = pytest.mark.django_db


def reminders(event: str) -> list[str]:
    found = Message.objects.filter(key__contains=f":{event}:").values_list("recipient", flat=True)
    return sorted(address.partition("@")[0] for address in found)


def test_who_did_not_answer_is_reminded_once(two: None) -> None:
    row = proposal()
    agree(NOOR, row.ref, "need", row.version, AT + DAY)
    assert keep_moving(BY, AT + 6 * DAY) == Moved(0, 0)
    assert keep_moving(BY, AT + 8 * DAY) == Moved(1, 0)
    assert keep_moving(BY, AT + 8 * DAY) == Moved(0, 0)
    assert reminders("remind_answer") == ["bram"]


def test_what_nobody_answers_expires_once_and_says_so_to_both(two: None) -> None:
    proposal()
    assert keep_moving(BY, AT + 14 * DAY) == Moved(0, 1)
    assert keep_moving(BY, AT + 15 * DAY) == Moved(0, 0)
    row = Introduction.objects.get()
    assert (row.state, row.why) == ("expired", "no_answer")
    assert reminders("ended") == ["bram", "noor"]


def test_contact_without_a_day_is_reminded_of_and_let_go(two: None) -> None:
    in_contact()
    assert keep_moving(BY, AT + 23 * DAY) == Moved(1, 0)
    assert reminders("remind_arrange") == ["bram", "noor"]
    assert keep_moving(BY, AT + 62 * DAY) == Moved(0, 1)
    assert Introduction.objects.get().why == "no_day"


def test_after_the_day_both_are_asked_once_whether_it_took_place(two: None) -> None:
    row = in_contact()
    plan(NOOR, row.ref, "need", row.version, HOLIDAY, AT + DAY)
    day = AT + (HOLIDAY - AT.date())
    assert keep_moving(BY, day) == Moved(0, 0)
    assert keep_moving(BY, day + DAY) == Moved(1, 0)
    assert keep_moving(BY, day + 200 * DAY) == Moved(0, 0)
    assert reminders("remind_after") == ["bram", "noor"]
    assert Introduction.objects.get().state == "confirmed", "silence proves nothing, either way"


def test_who_told_already_is_not_asked(two: None) -> None:
    row = in_contact()
    plan(NOOR, row.ref, "need", row.version, HOLIDAY, AT + DAY)
    give_feedback(NOOR, row.ref, "need", Said(happened=True, worked=3), AT + 30 * DAY)
    keep_moving(BY, AT + 31 * DAY)
    assert reminders("remind_after") == []
    assert reminders("finished") == ["bram"]


def test_one_side_says_it_did_not_take_place(two: None) -> None:
    row = in_contact()
    plan(NOOR, row.ref, "need", row.version, HOLIDAY, AT + DAY)
    row = give_feedback(BRAM, row.ref, "offer", Said(happened=False, worked=4, children=9), AT + 30 * DAY)
    assert (row.state, row.why) == ("dropped", "did_not_happen")
    said = Feedback.objects.get()
    assert (said.worked, said.children) == (None, None), "of what did not take place nothing is counted"
    give_feedback(NOOR, row.ref, "need", Said(happened=True), AT + 31 * DAY)
    assert outcome(list(Feedback.objects.values_list("happened", flat=True))) == CONTESTED


def test_said_again_takes_the_place_of_what_was_said(two: None) -> None:
    row = in_contact()
    plan(NOOR, row.ref, "need", row.version, HOLIDAY, AT + DAY)
    for worked in (2, 4):
        give_feedback(NOOR, row.ref, "need", Said(happened=True, worked=worked), AT + 30 * DAY)
    assert list(Feedback.objects.values_list("worked", flat=True)) == [4]


def test_an_outcome_is_one_of_four() -> None:
    assert [outcome(said) for said in ([], [True], [False], [True, False])] == [
        UNKNOWN, HAPPENED, NOT_HAPPENED, CONTESTED,
    ]  # fmt: skip


def test_no_answer_is_told_before_the_worker_of_today_ran_twice(two: None) -> None:
    """A mail has a key made of its event: a job that runs twice sends it once."""
    proposal()
    keep_moving(BY, AT + 8 * DAY)
    Introduction.objects.update(remind_at=AT)
    keep_moving(BY, AT + 8 * DAY)
    assert reminders("remind_answer") == ["bram", "noor"]
