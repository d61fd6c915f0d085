"""Every edge of the table of transitions is walked for real, and every other step is refused with a reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from world_of_two import AT, BRAM, BY, DAY, HOLIDAY, NOOR, in_contact, proposal

from wortel.introductions.actions.answer import agree, decline, note_read
from wortel.introductions.actions.give_feedback import give_feedback
from wortel.introductions.actions.keep_moving import keep_moving
from wortel.introductions.actions.let_go import contest, let_go
from wortel.introductions.actions.plan import plan
from wortel.introductions.actions.record_elsewhere import record_elsewhere
from wortel.introductions.actions.refused import IntroductionRefused
from wortel.introductions.domain.feedback import Said
from wortel.introductions.domain.states import STEPS, TRANSITIONS, Stage, after, may_step
from wortel.introductions.models import Introduction, Step
from wortel.kernel.reason import Reason
from wortel.trail.public import By, entries_of

pytestmark = pytest.mark.django_db
AFTER = AT + 30 * DAY
EVENT_AT = {"fixed": AT + 2 * DAY, "finished": AFTER, "let_go": AFTER, "contested": AFTER, "lapsed": AT + 100 * DAY}


def reach(state: str, step: str) -> Introduction:
    """An introduction in that state, from which that step may be tried."""
    if step == "contested":
        day = HOLIDAY if state == "confirmed" else AT.date() - timedelta(days=3)
        return record_elsewhere(NOOR, "vraag", "aanbod", day, AT)
    if state in ("proposed", "read", "declined", "expired"):
        return before_contact(state, asked=step == "met")
    row = in_contact()
    if state == "dropped":
        return let_go(NOOR, row.ref, "need", row.version, "no_reply", "", AT)
    if state in ("confirmed", "done"):
        row = plan(NOOR, row.ref, "need", row.version, HOLIDAY, AT + DAY)
    if state == "done":
        row = give_feedback(NOOR, row.ref, "need", Said(happened=True), AFTER)
    return row


def before_contact(state: str, *, asked: bool) -> Introduction:
    """A proposal that did not come to contact; `asked`: by the school itself, which is its yes."""
    row = proposal("direct", NOOR) if asked else proposal()
    if state == "read":
        note_read(BRAM, row.ref, "offer", AT)
    elif state == "declined":
        decline(NOOR, row.ref, "need", row.version, "too_far", "", AT)
    elif state == "expired":
        keep_moving(BY, AT + 100 * DAY)
    row.refresh_from_db()
    return row


def take(row: Introduction, step: str) -> None:
    """Tries that step as the people of the company."""
    at, ref, version = EVENT_AT.get(step, AT + DAY), row.ref, row.version
    tried: dict[str, Callable[[], object]] = {
        "opened": lambda: note_read(BRAM, ref, "offer", at),
        "agreed": lambda: agree(BRAM, ref, "offer", version, at),
        "met": lambda: agree(BRAM, ref, "offer", version, at),
        "refused": lambda: decline(BRAM, ref, "offer", version, "no_time", "", at),
        "lapsed": lambda: keep_moving(BY, at).expired,
        "fixed": lambda: plan(BRAM, ref, "offer", version, HOLIDAY, at),
        "finished": lambda: give_feedback(BRAM, ref, "offer", Said(happened=True), at),
        "let_go": lambda: let_go(BRAM, ref, "offer", version, "plans_changed", "", at),
        "contested": lambda: contest(BRAM, ref, "offer", version, "", at),
    }
    if not tried[step]():
        raise IntroductionRefused(Reason.of("nothing was done"))


@pytest.mark.parametrize(
    ("state", "step"), [(state, step) for state, steps in TRANSITIONS.items() for step in steps], ids=str
)
def test_every_edge_is_walked(two: None, state: str, step: str) -> None:
    row = reach(state, step)
    assert row.state == state
    take(row, step)
    row.refresh_from_db()
    assert row.state == TRANSITIONS[state][step]
    last = Step.objects.filter(introduction=row).order_by("pk").last()
    assert last is not None
    assert (last.step, last.state) == (step, row.state)


@pytest.mark.parametrize(
    ("state", "step"),
    [
        (state, step)
        for state, steps in TRANSITIONS.items()
        for step in STEPS
        # After `done` the other side may still say how it was; nothing moves by that.
        if step not in steps and (state, step) != ("done", "finished")
    ],
    ids=str,
)
def test_every_other_step_is_refused_and_changes_nothing(two: None, state: str, step: str) -> None:
    row = reach(state, "")
    before = standing(row)
    with pytest.raises(IntroductionRefused):
        take(row, step)
    assert standing(row) == before


def standing(row: Introduction) -> tuple[object, ...]:
    """How it is now, but for whether it was reminded of."""
    return *Introduction.objects.filter(pk=row.pk).values_list(
        "state", "version", "why", "planned_on"
    ), Step.objects.count()


def test_a_step_out_of_the_table_is_no_step() -> None:
    for state in TRANSITIONS:
        for step in STEPS:
            stage = Stage(state, planned_on=AT.date(), told_by="need")
            allowed = may_step(stage, step, "offer", AT.date())
            assert bool(allowed) == (step in TRANSITIONS[state])
            if allowed:
                assert after(stage, step) in TRANSITIONS


def test_a_side_says_yes_once(two: None) -> None:
    row = proposal()
    agree(NOOR, row.ref, "need", row.version, AT)
    with pytest.raises(IntroductionRefused, match="agreed_already"):
        agree(NOOR, row.ref, "need", row.version, AT)


def test_who_recorded_it_cannot_contest_it(two: None) -> None:
    row = record_elsewhere(NOOR, "vraag", "aanbod", HOLIDAY, AT)
    with pytest.raises(IntroductionRefused, match="not_told_by_another"):
        contest(NOOR, row.ref, "need", row.version, "", AT)


def test_what_is_asked_twice_at_once_is_refused_the_second_time(two: None) -> None:
    """The version that was looked at must still be there."""
    row = in_contact()
    plan(NOOR, row.ref, "need", row.version, HOLIDAY, AT + DAY)
    with pytest.raises(IntroductionRefused, match="changed_meanwhile"):
        plan(BRAM, row.ref, "offer", row.version, HOLIDAY + DAY, AT + DAY)


def test_a_step_is_signed_and_left_on_the_trail(two: None) -> None:
    row = in_contact()
    verbs = [entry.verb for entry in entries_of(f"introduction:{row.ref}").entries]
    assert sorted(verbs) == ["introduction.agreed", "introduction.met", "introduction.proposed"]
    assert By("page", "noor", "a-school") == NOOR
