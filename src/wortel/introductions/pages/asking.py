"""What asking directly and bringing together share: propose, or note what was agreed."""

from __future__ import annotations

from datetime import datetime

from wortel.actors.public import Listed
from wortel.exchange.public import Listing, PutListing, Wanted, put_listings
from wortel.introductions.actions.propose import propose
from wortel.introductions.actions.record_elsewhere import record_elsewhere
from wortel.introductions.domain.states import NEED, OTHER
from wortel.introductions.forms import AskForm
from wortel.introductions.models import Introduction
from wortel.trail.public import By

FAR_KM = 200.0
"""How far a counterpart goes that someone made to ask this one thing: they chose the place themselves."""


def bring(by: By, one: Listing, other: Listing, form: AskForm, origin: str, at: datetime) -> Introduction:
    """Proposes both to each other, or notes that they agreed. Raises `IntroductionRefused`."""
    need, offer = (one, other) if one.side == NEED else (other, one)
    day = form.agreed_on()
    if day is not None:
        return record_elsewhere(by, need.ref, offer.ref, day, at)
    return propose(by, need.ref, offer.ref, origin=origin, at=at)


def make_counterpart(by: By, of: Listing, actor: Listed, title: str, at: datetime) -> Listing:
    """The least that answers a listing: once, the same kind, themes, ages and period; shown to nobody else. Raises
    `ListingRefused`.
    """
    wanted = Wanted(
        side=OTHER[of.side], kind=of.kind, title=title, quantity=1, first_on=of.first_on, end_on=of.end_on,
        nis=actor.nis or of.nis, lat=actor.lat if actor.lat is not None else of.lat,
        lon=actor.lon if actor.lon is not None else of.lon, themes=of.themes, age_from=of.age_from, age_to=of.age_to,
        languages=of.languages, range_km=FAR_KM if of.side == NEED else None, visibility="own",
    )  # fmt: skip
    return put_listings(by, [PutListing(actor=actor, wanted=wanted)], at)[0]
