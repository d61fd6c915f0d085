"""What every step of an introduction shares: lock, ask the table, save, tell both sides, leave a line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from wortel.introductions.actions.placing import Placed, leave_placed
from wortel.introductions.actions.refused import ChangedMeanwhile, IntroductionRefused
from wortel.introductions.actions.seek_next import seek_next
from wortel.introductions.actions.telling import tell_step
from wortel.introductions.domain.patience import patience_in_force
from wortel.introductions.domain.states import (
    AGREED,
    CONFIRMED,
    CONTESTED,
    FINISHED,
    FIXED,
    IN_CONTACT,
    LAPSED,
    LET_GO,
    MET,
    NEED,
    OPENED,
    REFUSED,
    SIDES,
    UNDONE,
    after,
    may_step,
)  # fmt: skip
from wortel.introductions.domain.wish import Wish
from wortel.introductions.models import Introduction, Step
from wortel.introductions.queries.stage import stage_of
from wortel.introductions.rulebook import introductions_rulebook
from wortel.kernel.reason import Reason
from wortel.shell.clock import BRUSSELS
from wortel.trail.public import By, leave

VERBS: Mapping[str, str] = MappingProxyType(
    {
        OPENED: "introduction.read",
        AGREED: "introduction.agreed",
        MET: "introduction.met",
        REFUSED: "introduction.declined",
        LAPSED: "introduction.expired",
        FIXED: "introduction.planned",
        FINISHED: "introduction.done",
        LET_GO: "introduction.dropped",
        CONTESTED: "introduction.contested",
    }
)
WITHOUT_VERSION = (OPENED, AGREED)
"""Steps after which what someone else is reading still holds: they do not make the version go up."""


def locked(ref: str, version: int | None = None) -> Introduction:
    """The row, locked. Raises `IntroductionRefused`: there is none, or `ChangedMeanwhile`."""
    row = Introduction.objects.select_for_update().filter(ref=ref).first()
    if row is None:
        raise IntroductionRefused(Reason.of("introductions.gone"))
    if version is not None and row.version != version:
        raise ChangedMeanwhile
    return row


def take_step(by: By, row: Introduction, wish: Wish, at: datetime) -> Introduction:
    """Takes the step on a locked row, inside the caller's transaction, and leaves it on the trail: nothing is locked
    after that. When it ends undone, the next best offer is proposed along with it. Raises `IntroductionRefused`.
    """
    verdict = may_step(stage_of(row), wish.step, wish.side, at.astimezone(BRUSSELS).date())
    if not verdict:
        raise IntroductionRefused(verdict.reason)
    before = row.state
    apply_step(row, wish, at)
    row.save()
    Step.objects.create(
        introduction=row, step=wish.step, state=row.state, at=at, side=wish.side, person=by.person, text=wish.text
    )
    following: Placed | None = seek_next(row, at) if row.state in UNDONE else None
    tell_step(row, wish, at)
    _leave(by, row, wish, before, at)
    if following is not None:
        leave_placed(By(by.channel, request=by.request), following, at)
    return row


def _leave(by: By, row: Introduction, wish: Wish, before: str, at: datetime) -> None:
    after_it: dict[str, str] = {"state": row.state}
    if wish.planned_on is not None:
        after_it["planned_on"] = wish.planned_on.isoformat()
    other = row.offer_actor if by.organisation == row.need_actor else row.need_actor
    leave(
        by, VERBS[wish.step], f"introduction:{row.ref}", at=at,
        before={"state": before}, after=after_it, why=row.why, concerns=other,
    )  # fmt: skip


def apply_step(row: Introduction, wish: Wish, at: datetime) -> None:
    """Changes the row; nothing is saved."""
    state = after(stage_of(row), wish.step)
    if row.read_at is None and wish.step in (OPENED, AGREED, MET):
        row.read_at = at
    if wish.step in (AGREED, MET):
        setattr(row, "need_agreed_at" if wish.side == NEED else "offer_agreed_at", at)
    if wish.planned_on is not None:
        row.planned_on = wish.planned_on
    if wish.step not in WITHOUT_VERSION:
        row.version += 1
        _wait(row, state, at)
    if state in UNDONE:
        row.why, row.ended_by = wish.why, wish.side if wish.side in (*SIDES, "desk") else ""
    if state != row.state:
        row.state, row.state_at = state, at


def _wait(row: Introduction, state: str, at: datetime) -> None:
    """Until when it may stay in this state, and when to remind of it."""
    row.expires_at = row.remind_at = None
    if state in (IN_CONTACT, CONFIRMED):
        local = at.astimezone(BRUSSELS)
        patience = patience_in_force(introductions_rulebook(), local.date())
        row.expires_at, row.remind_at = (
            patience.ends_at(state, local),
            patience.remind_at(state, local, row.planned_on),
        )
