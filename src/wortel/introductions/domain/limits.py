"""Whether one more introduction fits in what was asked and what was offered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from wortel.introductions.domain.states import NEED, OFFER
from wortel.kernel.verdict import Verdict

FITS = "introductions.fits"


@dataclass(frozen=True, slots=True)
class Side:
    """What counts of a need or an offer: `taken` of its `quantity` times are given away; `end_on` is no part of it."""

    ref: str
    side: str
    kind: str
    actor: str
    quantity: int
    taken: int
    first_on: date
    end_on: date
    is_open: bool
    is_fictional: bool
    per_week: int | None = None

    @property
    def left(self) -> int:
        """How many times are left; 0 also when the quantity was lowered below what stands."""
        return max(0, self.quantity - self.taken)


def may_bring_together(need: Side, offer: Side, on: date, *, is_agreed: bool = False) -> Verdict:
    """Whether these two may be put together once more. `is_agreed`: they agreed elsewhere, so the listings may be
    closed or past; the limits hold all the same.
    """
    if (need.side, offer.side) != (NEED, OFFER):
        return Verdict.no("introductions.two_of_a_side")
    if need.is_fictional != offer.is_fictional:
        return Verdict.no("introductions.other_world")
    if need.actor == offer.actor:
        return Verdict.no("introductions.same_organisation")
    if need.kind != offer.kind:
        return Verdict.no("introductions.other_kind")
    return next((no for it in (need, offer) if not (no := _has_room(it, on, is_agreed))), Verdict.yes(FITS))


def _has_room(it: Side, on: date, is_agreed: bool) -> Verdict:
    if not is_agreed and not (it.is_open and on < it.end_on):
        return Verdict.no(f"introductions.{it.side}_not_open")
    if not it.left:
        return Verdict.no(f"introductions.{it.side}_full", quantity=it.quantity, taken=it.taken)
    return Verdict.yes(FITS)


def week_of(day: date) -> tuple[date, date]:
    """The Monday of the week this day is in, and the next one."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=7)


def may_plan(offer: Side, day: date, planned: Iterable[date]) -> Verdict:
    """Whether the offer can be done on this day, given the days on which its other introductions are planned."""
    if not offer.first_on <= day < offer.end_on:
        last = offer.end_on - timedelta(days=1)
        return Verdict.no("introductions.outside_period", first=offer.first_on.isoformat(), last=last.isoformat())
    start, end = week_of(day)
    if offer.per_week is not None and sum(start <= other < end for other in planned) >= offer.per_week:
        return Verdict.no("introductions.week_full", per_week=offer.per_week)
    return Verdict.yes(FITS)
