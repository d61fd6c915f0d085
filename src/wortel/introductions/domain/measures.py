"""What came of needs and offers: filled, how soon answered, how far, how often again, and who carries the load.

Everything is counted from facts as they were known at one instant: the same question about a past day gives the same
answer, whatever happened since.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from wortel.introductions.domain.spread import Quartiles, gini, quartiles, share_of_busiest
from wortel.introductions.domain.states import CONFIRMED, DONE


@dataclass(frozen=True, slots=True)
class Posted:
    """A need or an offer that was open at some time: whose it is, where, how often, from when until when.

    `nis` is the municipality of today; `sector` is empty when nobody knows it.
    """

    ref: str
    actor: str
    kind: str
    nis: str
    sector: str
    quantity: int
    opened_at: datetime
    first_on: date
    end_on: date


@dataclass(frozen=True, slots=True)
class Brought:
    """An introduction as it stood at the instant of the question. `answered_at`: the first yes or no of who was asked.

    `happened` is what its people told: `None` is nothing yet.
    """

    need: str
    offer: str
    need_actor: str
    offer_actor: str
    state: str
    proposed_at: datetime
    answered_at: datetime | None = None
    agreed_at: datetime | None = None
    planned_on: date | None = None
    km: float | None = None
    happened: bool | None = None


@dataclass(frozen=True, slots=True)
class Filled:
    """Times asked; of those filled (it took place, or is agreed for a day to come); and `unknown`: the day is over,
    and nobody told whether it took place. What is neither is open still, or was never filled.
    """

    asked: int = 0
    filled: int = 0
    unknown: int = 0

    @property
    def rate(self) -> float | None:
        """The share that was filled for certain; `None` when nothing was asked."""
        return self.filled / self.asked if self.asked else None

    def __add__(self, other: Filled) -> Filled:
        return Filled(self.asked + other.asked, self.filled + other.filled, self.unknown + other.unknown)


@dataclass(frozen=True, slots=True)
class Again:
    """Pairs of organisations that did something together, and how many of those had done so before."""

    pairs: int = 0
    again: int = 0

    @property
    def rate(self) -> float | None:
        """The share that had done so before."""
        return self.again / self.pairs if self.pairs else None


@dataclass(frozen=True, slots=True)
class Load:
    """How evenly organisations with an offer are asked; `never` were never asked. Shares `None`: too few to tell."""

    organisations: int
    never: tuple[str, ...]
    asked: int
    gini: float | None
    busiest_tenth: float | None


@dataclass(frozen=True, slots=True)
class Measures:
    """All measures of some needs and offers. `answer` is in days, `distance` in kilometres as the crow flies."""

    filled: Filled
    needs: int
    helped: int
    without_proposal: int
    answer: Quartiles
    distance: Quartiles
    again: Again
    load: Load


def measures_of(
    needs: Sequence[Posted], offers: Sequence[Posted], brought: Sequence[Brought], earlier: Iterable[Brought],
    on: date, least: int,
) -> Measures:  # fmt: skip
    """The measures of these needs and offers, with what was brought together for them.

    `earlier` holds what their organisations did together before. Under `least` cases no spread is told.
    """
    by_need: dict[str, list[Brought]] = defaultdict(list)
    for each in brought:
        by_need[each.need].append(each)
    filled_of = {need.ref: filled_need(need, by_need[need.ref], on) for need in needs}
    answers = (first_answer(need, by_need[need.ref]) for need in needs)
    here = {need.ref for need in needs}
    done = [each for each in brought if each.need in here and is_filled(each, on)]
    return Measures(
        filled=sum(filled_of.values(), Filled()),
        needs=len(needs),
        helped=sum(1 for each in filled_of.values() if each.filled),
        without_proposal=sum(1 for need in needs if not by_need[need.ref]),
        answer=quartiles((days for days in answers if days is not None), least),
        distance=quartiles((each.km for each in done if each.km is not None), least),
        again=_again(done, [each for each in earlier if is_filled(each, on)]),
        load=load(offers, brought, least),
    )


def grouped(
    needs: Sequence[Posted], brought: Sequence[Brought], on: date, least: int, key: Callable[[Posted], str]
) -> dict[str, tuple[Filled, Quartiles]]:
    """Filled needs and days to the first answer, by what `key` says of a need (kind, municipality, sector)."""
    by_need: dict[str, list[Brought]] = defaultdict(list)
    for each in brought:
        by_need[each.need].append(each)
    filled: dict[str, Filled] = defaultdict(Filled)
    answers: dict[str, list[float]] = defaultdict(list)
    for need in needs:
        filled[key(need)] += filled_need(need, by_need[need.ref], on)
        days = first_answer(need, by_need[need.ref])
        if days is not None:
            answers[key(need)].append(days)
    return {name: (filled[name], quartiles(answers[name], least)) for name in sorted(filled)}


def is_filled(each: Brought, on: date) -> bool:
    """Whether it took place, or is agreed for a day that is not over."""
    if each.state == DONE:
        return each.happened is not False
    return each.state == CONFIRMED and each.happened is not False and not _is_past(each, on)


def filled_need(need: Posted, brought: Iterable[Brought], on: date) -> Filled:
    """What was asked by one need and what came of it; never more than was asked."""
    filled = unknown = 0
    for each in brought:
        if is_filled(each, on):
            filled += 1
        elif each.state == CONFIRMED and each.happened is None and _is_past(each, on):
            unknown += 1
    filled = min(filled, need.quantity)
    return Filled(need.quantity, filled, min(unknown, need.quantity - filled))


def first_answer(need: Posted, brought: Iterable[Brought]) -> float | None:
    """Days from the moment the need was opened to the first yes or no of anyone; `None`: nobody answered."""
    answered = [each.answered_at for each in brought if each.answered_at is not None]
    return max(0.0, (min(answered) - need.opened_at) / timedelta(days=1)) if answered else None


def load(offers: Sequence[Posted], brought: Iterable[Brought], least: int) -> Load:
    """How often each organisation with an offer was asked; what was let go unread counts: it was asked all the same."""
    makers = sorted({offer.actor for offer in offers})
    asked = Counter(each.offer_actor for each in brought)
    loads = [asked[actor] for actor in makers]
    enough = len(makers) >= least
    return Load(
        organisations=len(makers),
        never=tuple(actor for actor in makers if not asked[actor]),
        asked=sum(loads),
        gini=gini(loads) if enough else None,
        busiest_tenth=share_of_busiest(loads) if enough else None,
    )


def _again(done: Iterable[Brought], earlier: Iterable[Brought]) -> Again:
    """A pair counts as again when it did something before the period, or more than once in it."""
    pairs = Counter((each.need_actor, each.offer_actor) for each in done)
    before = {(each.need_actor, each.offer_actor) for each in earlier}
    return Again(len(pairs), sum(1 for pair, times in pairs.items() if times > 1 or pair in before))


def _is_past(each: Brought, on: date) -> bool:
    return each.planned_on is not None and each.planned_on < on
