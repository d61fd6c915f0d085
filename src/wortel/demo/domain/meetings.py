"""Invents who found whom: needs and offers that fit each other, within what was asked and offered."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from wortel.demo.domain.chance import stream
from wortel.demo.domain.courses import Course, Days, course, next_state
from wortel.demo.domain.listing_rows import ListingRow
from wortel.demo.domain.meeting_rows import DESK, DIRECT, ENGINE, MeetingRow
from wortel.exchange.domain.words import LANGUAGES, OPEN, THEMES
from wortel.introductions.domain import states
from wortel.introductions.domain.carrying import need_of, offer_of
from wortel.introductions.domain.limits import week_of
from wortel.kernel.reason import Reason
from wortel.matching.domain.asking import Need, Offer
from wortel.matching.domain.conditions import is_feasible
from wortel.matching.domain.scoring import Weights, criteria, weighed

ANSWERED, ANSWERED_LAST_YEAR = 0.7, 0.85
"""How many needs had an introduction: now, and of those whose year is over (assumed)."""
ONCE = 1000


@dataclass(slots=True)
class _Carried:
    """A listing with the names the engine asks for."""

    ref: str
    kind: str
    actor: str
    themes: list[str]
    languages: list[str]
    moments: list[str]
    age_from: int
    age_to: int
    first_on: date
    end_on: date
    nis: str
    lat: float
    lon: float
    range_km: float | None
    per_week: int | None


@dataclass(slots=True)
class _Open:
    """An offer with what is left of it."""

    row: ListingRow
    offer: Offer
    left: int
    weeks: Counter[date] = field(default_factory=Counter)

    def has_room_on(self, day: date | None) -> bool:
        """Whether the week of that day is not full."""
        most = self.row.wanted.per_week
        return day is None or most is None or self.weeks[week_of(day)[0]] < most


@dataclass(frozen=True, slots=True)
class Maker:
    """What meetings are made with."""

    seed: int
    on: date
    weights: Weights
    remarks: Mapping[str, Sequence[str]]
    counted: Counter[str] = field(default_factory=Counter)

    def meetings(self, listings: Sequence[ListingRow]) -> Iterator[MeetingRow]:
        """The introductions between these; the nearest that fit are tried first."""
        pool = self._pool(listings)
        for row in sorted(listings, key=lambda row: row.key):
            if not row.is_need or row.is_told or row.state not in (OPEN, "closed"):
                continue
            chance = stream(self.seed, "meeting", row.key)
            if chance.random() < (ANSWERED_LAST_YEAR if row.is_past else ANSWERED):
                yield from self._of(chance, row, pool[row.wanted.kind, row.is_past])

    def _pool(self, listings: Sequence[ListingRow]) -> Mapping[tuple[str, bool], list[_Open]]:
        pool: dict[tuple[str, bool], list[_Open]] = defaultdict(list)
        for row in sorted(listings, key=lambda row: row.key):
            if row.is_need or row.is_told or row.state not in (OPEN, "closed"):
                continue
            offer = offer_of(_carried(row), row.wanted.quantity, row.wanted.first_on, THEMES, LANGUAGES)
            if offer is not None:
                pool[row.wanted.kind, row.is_past].append(_Open(row, offer, row.wanted.quantity))
        return pool

    def _of(self, chance: Random, row: ListingRow, offers: Sequence[_Open]) -> Iterator[MeetingRow]:
        need = need_of(_carried(row), row.wanted.quantity, ONCE, row.wanted.first_on)
        if need is None:
            return
        fitting = [it for it in offers if it.left and it.row.actor != row.actor and is_feasible(need, it.offer)]
        fitting.sort(key=lambda it: (need.place.distance(it.offer.place), it.row.key))
        left = row.wanted.quantity
        for it in fitting[: chance.choice((1, 1, 2))]:
            if left:
                found = self._meeting(chance, row, need, it)
                if found is not None:
                    left -= 1
                    yield found

    def _meeting(self, chance: Random, row: ListingRow, need: Need, it: _Open) -> MeetingRow | None:
        origin = chance.choices((ENGINE, DIRECT, DESK), (50, 38, 12))[0]
        first = states.OFFER if chance.random() < 0.25 else states.NEED
        went = self._course(chance, row, it.row, origin, first)
        day = next((step.planned_on for step in went.steps if step.planned_on), None) if went else None
        if went is None or not it.has_room_on(day):
            return None
        it.left -= 1
        if day is not None:
            it.weeks[week_of(day)[0]] += 1
        reasons, score = self._grounds(need, it.offer) if origin == ENGINE else ((), None)
        return MeetingRow(
            need=row.key,
            offer=it.row.key,
            origin=origin,
            proposed_by=first if origin == DIRECT else origin,
            days_ago=went.days_ago,
            steps=went.steps,
            said=went.said,
            reasons=reasons,
            score=score,
            km=round(need.place.distance(it.offer.place), 1),
        )

    def _course(self, chance: Random, need: ListingRow, offer: ListingRow, origin: str, first: str) -> Course | None:
        remarks = dict(self.remarks)
        start, end = max(need.wanted.first_on, offer.wanted.first_on), min(need.wanted.end_on, offer.wanted.end_on)
        if need.is_past:
            # It went as it goes now, seen from a day in the spring of that year.
            back = (self.on - (end - timedelta(days=20))).days
            days = Days(start, end, self.on - timedelta(days=back))
            went = course(chance, states.DONE, origin, first, 60, days, remarks)
            return went and _earlier(went, back)
        made_days = min(need.made_days, offer.made_days)
        state = next_state(self.counted, made_days)
        went = course(chance, state, origin, first, made_days, Days(start, end, self.on), remarks)
        if went is not None:
            self.counted[state] += 1
        return went

    def _grounds(self, need: Need, offer: Offer) -> tuple[tuple[Reason, ...], int]:
        """Why these two, in the words and points of the engine itself."""
        met = criteria(need, offer, self.weights)
        reasons = tuple(
            Reason.of(
                it.reason.key, **it.reason.parameters, value=it.value, weight=it.weight, weights=self.weights.total
            )
            for it in met
        )
        return reasons, weighed(met, need)


def _earlier(went: Course, days: int) -> Course:
    steps = tuple(replace(step, days_ago=step.days_ago + days) for step in went.steps)
    said = {side: (words, ago + days) for side, (words, ago) in went.said.items()}
    return Course(went.days_ago + days, steps, said)


def _carried(row: ListingRow) -> _Carried:
    it = row.wanted
    return _Carried(
        ref=row.key,
        kind=it.kind,
        actor=row.actor,
        themes=list(it.themes),
        languages=list(it.languages),
        moments=list(it.moments),
        age_from=it.age_from,
        age_to=it.age_to,
        first_on=it.first_on,
        end_on=it.end_on,
        nis=it.nis,
        lat=it.lat or 0.0,
        lon=it.lon or 0.0,
        range_km=it.range_km,
        per_week=it.per_week,
    )
