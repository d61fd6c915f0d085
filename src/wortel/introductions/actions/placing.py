"""Puts a need and an offer together in a new row, inside the transaction of the action that wants it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from wortel.introductions.actions.refused import IntroductionRefused
from wortel.introductions.actions.telling import tell_proposed
from wortel.introductions.domain.kept_reasons import kept
from wortel.introductions.domain.limits import Side, may_bring_together
from wortel.introductions.domain.patience import patience_in_force
from wortel.introductions.domain.states import OPEN, PROPOSED, SIDES
from wortel.introductions.models import Introduction, Step
from wortel.introductions.queries.standing import sides_of
from wortel.introductions.rulebook import introductions_rulebook
from wortel.kernel.reason import Reason
from wortel.shell.clock import BRUSSELS
from wortel.shell.refs import new_ref
from wortel.trail.public import By, leave


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why these two: reasons, points, kilometres, and the run that found it."""

    reasons: Sequence[Reason] = ()
    score: int | None = None
    km: float | None = None
    run: str = ""


Placed = Introduction
NO_GROUNDS = Grounds()


def lock_both(need_ref: str, offer_ref: str, at: datetime, *, is_agreed: bool = False) -> tuple[Side, Side]:
    """Both listings, locked, with room for one more. Raises `IntroductionRefused`."""
    need, offer = sides_of(need_ref, offer_ref, lock=True)
    if need is None or offer is None:
        raise IntroductionRefused(Reason.of("introductions.no_such_listing"))
    verdict = may_bring_together(need, offer, at.astimezone(BRUSSELS).date(), is_agreed=is_agreed)
    if not verdict:
        raise IntroductionRefused(verdict.reason)
    if Introduction.objects.filter(need=need.ref, offer=offer.ref, state__in=OPEN).exists():
        raise IntroductionRefused(Reason.of("introductions.together_already"))
    return need, offer


def place(
    need: Side, offer: Side, *, origin: str, proposed_by: str, person: str, at: datetime, grounds: Grounds = NO_GROUNDS
) -> Placed:
    """A proposal between two locked listings, with its first step and its mails. `leave_placed` must follow, last."""
    row = new_row(need, offer, origin=origin, proposed_by=proposed_by, at=at)
    row.state, row.run, row.score, row.km = PROPOSED, grounds.run, grounds.score, grounds.km
    row.reasons = kept(grounds.reasons)
    if proposed_by in SIDES:
        setattr(row, f"{proposed_by}_agreed_at", at)
    patience = patience_in_force(introductions_rulebook(), at.astimezone(BRUSSELS).date())
    row.expires_at, row.remind_at = patience.ends_at(PROPOSED, at), patience.remind_at(PROPOSED, at, None)
    keep_first(row, "proposed", person, at)
    tell_proposed(row, at)
    return row


def new_row(need: Side, offer: Side, *, origin: str, proposed_by: str, at: datetime) -> Introduction:
    """A row that is not saved yet."""
    return Introduction(
        ref=f"demo-{new_ref()[5:]}" if need.is_fictional else new_ref(),
        need=need.ref,
        offer=offer.ref,
        need_actor=need.actor,
        offer_actor=offer.actor,
        origin=origin,
        proposed_by=proposed_by,
        proposed_at=at,
        state_at=at,
        is_fictional=need.is_fictional,
    )


def keep_first(row: Introduction, step: str, person: str, at: datetime) -> None:
    """Saves a new row, with the step by which it came about."""
    row.save(force_insert=True)
    Step.objects.create(introduction=row, step=step, state=row.state, at=at, side=row.proposed_by, person=person)


def leave_placed(by: By, row: Placed, at: datetime, planned_on: date | None = None) -> None:
    """The line on the trail: the last thing an action does. For the program itself it concerns the need."""
    after = {"need": row.need, "offer": row.offer, "origin": row.origin}
    if planned_on is not None:
        after["planned_on"] = planned_on.isoformat()
    verb = "introduction.recorded" if row.origin == Introduction.Origin.ELSEWHERE else "introduction.proposed"
    other = row.offer_actor if by.organisation == row.need_actor else row.need_actor
    leave(by, verb, f"introduction:{row.ref}", at=at, after=after, concerns=other)
