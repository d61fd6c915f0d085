"""Puts many introductions at once, each led through its steps by the same table as one that people lead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from django.db import transaction

from wortel.exchange.public import Listing
from wortel.introductions.actions.placing import new_row
from wortel.introductions.actions.refused import IntroductionRefused
from wortel.introductions.actions.stepping import apply_step
from wortel.introductions.domain.feedback import Said, may_say
from wortel.introductions.domain.kept_reasons import kept
from wortel.introductions.domain.limits import Side, may_bring_together, may_plan
from wortel.introductions.domain.patience import Patience, patience_in_force
from wortel.introductions.domain.states import PROPOSED, SIDES, STANDING, may_step
from wortel.introductions.domain.wish import Wish
from wortel.introductions.models import Feedback, Introduction, Step
from wortel.introductions.queries.stage import stage_of
from wortel.introductions.queries.standing import side_of, taken
from wortel.introductions.rulebook import introductions_rulebook
from wortel.kernel.reason import Reason
from wortel.kernel.verdict import Verdict
from wortel.shell.clock import BRUSSELS
from wortel.trail.public import By, leave

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class PutIntroduction:
    """One of them: which two, who asked and when, every step after that in order, and what both sides said of it."""

    ref: str
    need: str
    offer: str
    origin: str
    proposed_by: str
    proposed_at: datetime
    steps: Sequence[tuple[Wish, datetime]] = ()
    said: Mapping[str, tuple[Said, datetime]] = field(default_factory=dict)
    reasons: Sequence[Reason] = ()
    score: int | None = None
    km: float | None = None


def put_introductions(by: By, rows: Sequence[PutIntroduction], at: datetime) -> tuple[Introduction, ...]:
    """All of them or none, in their order; no mail leaves, and nothing is sought in the place of what ended. The
    limits of both listings hold for what stands in the end. Raises `IntroductionRefused` for the first that cannot be.
    """
    with transaction.atomic():
        counted = _Counted.of({ref for it in rows for ref in (it.need, it.offer)})
        patience = patience_in_force(introductions_rulebook(), at.astimezone(BRUSSELS).date())
        made = [_row(it, counted, patience) for it in rows]
        Introduction.objects.bulk_create(made, batch_size=_AT_ONCE)
        of = {row.ref: row for row in made}
        Step.objects.bulk_create([step for it in rows for step in _steps(it, of[it.ref])], batch_size=_AT_ONCE)
        Feedback.objects.bulk_create([told for it in rows for told in _told(it, of[it.ref])], batch_size=_AT_ONCE)
        if made:
            leave(by, "introductions.put", f"introductions:{len(made)}", at=at, after={"count": len(made)})
    return tuple(made)


@dataclass(slots=True)
class _Counted:
    """The listings, how much of each is given away so far, and the days that are planned."""

    sides: dict[str, Side]
    days: dict[str, list[date]] = field(default_factory=dict)

    @classmethod
    def of(cls, refs: set[str]) -> _Counted:
        given = taken(refs)
        rows = Listing.objects.filter(ref__in=refs)
        return cls({row.ref: side_of(row, given.get(row.ref, 0)) for row in rows})

    def pair(self, it: PutIntroduction) -> tuple[Side, Side]:
        try:
            return self.sides[it.need], self.sides[it.offer]
        except KeyError as error:
            raise IntroductionRefused(Reason.of("introductions.no_such_listing")) from error

    def take(self, row: Introduction) -> None:
        """Checks that what stands fits, and counts it."""
        need, offer = self.sides[row.need], self.sides[row.offer]
        on = row.proposed_at.astimezone(BRUSSELS).date()
        if row.state not in STANDING:
            need, offer = replace(need, taken=0), replace(offer, taken=0)
        _insist(may_bring_together(need, offer, on, is_agreed=True))
        if row.state not in STANDING:
            return
        if row.planned_on is not None:
            days = self.days.setdefault(row.offer, [])
            _insist(may_plan(offer, row.planned_on, days))
            days.append(row.planned_on)
        for side in (need, offer):
            self.sides[side.ref] = replace(side, taken=side.taken + 1)


def _row(it: PutIntroduction, counted: _Counted, patience: Patience) -> Introduction:
    row = new_row(*counted.pair(it), origin=it.origin, proposed_by=it.proposed_by, at=it.proposed_at)
    row.ref, row.state, row.reasons, row.score, row.km = it.ref, PROPOSED, kept(it.reasons), it.score, it.km
    if it.proposed_by in SIDES:
        setattr(row, f"{it.proposed_by}_agreed_at", it.proposed_at)
    row.expires_at = patience.ends_at(PROPOSED, it.proposed_at)
    row.remind_at = patience.remind_at(PROPOSED, it.proposed_at, None)
    for wish, when in it.steps:
        _insist(may_step(stage_of(row), wish.step, wish.side, when.astimezone(BRUSSELS).date()))
        apply_step(row, wish, when)
    for _said, when in it.said.values():
        _insist(may_say(stage_of(row), row.why, when.astimezone(BRUSSELS).date()))
    counted.take(row)
    return row


def _insist(verdict: Verdict) -> None:
    if not verdict:
        raise IntroductionRefused(verdict.reason)


def _steps(it: PutIntroduction, row: Introduction) -> Iterable[Step]:
    """How it came about, and each step with the state it led to: the same table once more, on a row that is let go."""
    yield Step(introduction=row, step="proposed", state=PROPOSED, at=it.proposed_at, side=it.proposed_by)
    shown = Introduction(
        state=PROPOSED, origin=it.origin, proposed_by=it.proposed_by, need_agreed_at=None, offer_agreed_at=None
    )
    for wish, when in it.steps:
        apply_step(shown, wish, when)
        yield Step(introduction=row, step=wish.step, state=shown.state, at=when, side=wish.side, text=wish.text)


def _told(it: PutIntroduction, row: Introduction) -> Iterable[Feedback]:
    for side, (said, when) in it.said.items():
        yield Feedback(
            introduction=row, side=side, happened=said.happened, worked=said.worked, again=said.again,
            children=said.children, text=said.text, at=when,
        )  # fmt: skip
