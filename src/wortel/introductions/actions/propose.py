"""Brings a need and an offer together: a proposal, of which people decide."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from wortel.introductions.actions.refused import IntroductionRefused
from wortel.introductions.domain.kept_reasons import kept
from wortel.introductions.domain.limits import Side, may_bring_together
from wortel.introductions.domain.patience import patience_in_force
from wortel.introductions.domain.states import DESK, ENGINE, NEED, OFFER, OPEN, PROPOSED
from wortel.introductions.models import Introduction, Step
from wortel.introductions.queries.standing import sides_of
from wortel.introductions.rulebook import introductions_rulebook
from wortel.kernel.reason import Reason
from wortel.shell.clock import BRUSSELS
from wortel.shell.refs import new_ref
from wortel.trail.public import By, leave


def propose(  # noqa: PLR0913  (a proposal holds this many facts)
    by: By,
    need_ref: str,
    offer_ref: str,
    *,
    origin: str,
    at: datetime,
    reasons: Sequence[Reason] = (),
    score: int | None = None,
    km: float | None = None,
    run: str = "",
) -> Introduction:
    """Puts the two together once, within the limits of both, and mails the people of both.

    With origin *direct* the organisation acted for must be one of both: asking is its yes. Raises
    `IntroductionRefused`, and then nothing changed.
    """
    with transaction.atomic():
        need, offer = lock_both(need_ref, offer_ref, at)
        proposed_by = _who(by, origin, need, offer)
        row = new_introduction(
            need, offer, origin, proposed_by, at,
            state=PROPOSED, run=run, score=score, km=km, reasons=kept(reasons),
        )  # fmt: skip
        if proposed_by in (NEED, OFFER):
            setattr(row, f"{proposed_by}_agreed_at", at)
        patience = patience_in_force(introductions_rulebook(), at.date())
        row.expires_at = patience.ends_at(PROPOSED, at)
        row.remind_at = patience.remind_at(PROPOSED, at, None)
        row.save(force_insert=True)
        Step.objects.create(
            introduction=row, step="proposed", state=PROPOSED, at=at, side=proposed_by, person=by.person
        )
        after = {"need": need.ref, "offer": offer.ref, "origin": origin}
        other = need.actor if by.organisation != need.actor else offer.actor
        leave(by, "introduction.proposed", f"introduction:{row.ref}", at=at, after=after, concerns=other)
    return row


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


def new_introduction(
    need: Side, offer: Side, origin: str, proposed_by: str, at: datetime, **more: object
) -> Introduction:
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
        **more,
    )


def _who(by: By, origin: str, need: Side, offer: Side) -> str:
    if origin == Introduction.Origin.DIRECT:
        if by.organisation not in (need.actor, offer.actor):
            raise IntroductionRefused(Reason.of("introductions.not_yours"))
        return NEED if by.organisation == need.actor else OFFER
    return DESK if origin == Introduction.Origin.DESK else ENGINE
