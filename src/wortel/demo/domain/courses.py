"""How an introduction went: the steps that lead to each state, at days that can be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from wortel.demo.domain.meeting_rows import DIRECT, StepRow
from wortel.introductions.domain import states
from wortel.introductions.domain.endings import DECLINING, DROPPING
from wortel.introductions.domain.feedback import Said
from wortel.introductions.domain.states import NEED, OFFER, OTHER

WEIGHTS = {
    states.PROPOSED: 14, states.READ: 12, states.IN_CONTACT: 14, states.CONFIRMED: 18,
    states.DONE: 22, states.DECLINED: 9, states.DROPPED: 5, states.EXPIRED: 6,
}  # fmt: skip
"""Of a hundred introductions, how many are where (assumed)."""
BEGAN = {
    states.PROPOSED: (0, 6), states.READ: (2, 9), states.IN_CONTACT: (6, 30), states.CONFIRMED: (12, 45),
    states.DONE: (24, 70), states.DECLINED: (5, 40), states.DROPPED: (14, 50), states.EXPIRED: (20, 50),
}  # fmt: skip
"""How many days ago it was proposed: what waits for an answer is never older than an answer may take."""
ANSWER_DAYS = 14


@dataclass(frozen=True, slots=True)
class Course:
    """How it went: proposed so many days ago, the steps since, and what both said of it."""

    days_ago: int
    steps: tuple[StepRow, ...]
    said: dict[str, tuple[Said, int]]


@dataclass(frozen=True, slots=True)
class Days:
    """When it can be: from `first` up to, not including, `end`; today is `on`."""

    first: date
    end: date
    on: date


def next_state(counted: Mapping[str, int], made_days: int) -> str:
    """Where it is, among what can be since both were there: the state that is furthest behind its share, so that a
    small world shows every one of them too.
    """
    possible = [state for state, (least, _) in BEGAN.items() if least < made_days]
    return min(possible, key=lambda state: ((counted.get(state, 0) + 1) / WEIGHTS[state], state))


def course(
    chance: Random, state: str, origin: str, first: str, made_days: int, days: Days, remarks: dict[str, Sequence[str]]
) -> Course | None:
    """The way to that state; `first` is the side that says yes first. `None` when there is no day for it."""
    least, most = BEGAN[state]
    began = chance.randint(least, max(least, min(most, made_days - 1)))
    if state in (states.PROPOSED, states.READ, states.DECLINED, states.EXPIRED):
        return Course(began, _unmet(chance, state, first, began), {})
    steps = _met(origin, first, began)
    if state == states.IN_CONTACT:
        return Course(began, steps, {})
    if state == states.DROPPED:
        why = chance.choice(sorted(DROPPING))
        return Course(began, (*steps, StepRow(states.LET_GO, chance.choice((NEED, OFFER)), began - 10, why=why)), {})
    day = _day(chance, state, began, days)
    if day is None:
        return None
    steps = (*steps, StepRow(states.FIXED, first, began - 5, planned_on=day))
    if state == states.CONFIRMED:
        return Course(began, steps, {})
    ago = (days.on - day).days
    said = {side: (_said(chance, remarks[side]), max(ago - 1, 0)) for side in _who_says(chance)}
    return Course(began, (*steps, StepRow(states.FINISHED, next(iter(said)), max(ago - 1, 0))), said)


def _unmet(chance: Random, state: str, first: str, began: int) -> tuple[StepRow, ...]:
    other = OTHER[first]
    if state == states.PROPOSED:
        return ()
    opened = StepRow(states.OPENED, other, began - 1)
    if state == states.READ:
        return (opened,)
    if state == states.EXPIRED:
        return (opened, StepRow(states.LAPSED, "engine", began - ANSWER_DAYS))
    return (opened, StepRow(states.REFUSED, other, began - 3, why=chance.choice(sorted(DECLINING))))


def _met(origin: str, first: str, began: int) -> tuple[StepRow, ...]:
    """Both say yes; who asked the other directly said so by asking."""
    opened = StepRow(states.OPENED, OTHER[first], began - 1)
    met = StepRow(states.MET, OTHER[first], began - 3)
    return (opened, met) if origin == DIRECT else (opened, StepRow(states.AGREED, first, began - 2), met)


def _day(chance: Random, state: str, began: int, days: Days) -> date | None:
    """A day on which it is, or was: after it was agreed, inside the period of both."""
    if state == states.CONFIRMED:
        first, end = max(days.first, days.on + timedelta(days=2)), min(days.end, days.on + timedelta(days=75))
    else:
        first, end = max(days.first, days.on - timedelta(days=began - 6)), min(days.end, days.on)
    return first + timedelta(days=chance.randrange((end - first).days)) if first < end else None


def _who_says(chance: Random) -> tuple[str, ...]:
    return chance.choices(((NEED, OFFER), (NEED,), (OFFER,)), (60, 25, 15))[0]


def _said(chance: Random, remarks: Sequence[str]) -> Said:
    return Said(
        happened=True,
        worked=chance.choices((2, 3, 4), (1, 4, 5))[0],
        again=chance.random() < 0.88 if chance.random() < 0.9 else None,
        children=chance.randint(9, 26) if chance.random() < 0.7 else None,
        text=chance.choice(remarks) if chance.random() < 0.5 else "",
    )
