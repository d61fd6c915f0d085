"""Needs and offers as rows: one, those of an organisation, those open on a day, those a caller may read."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet

from wortel.exchange.domain.words import OWN, PARTNERS, PUBLIC, SIGNED_IN
from wortel.exchange.models import Listing
from wortel.exchange.permissions import at_desk
from wortel.organisations.public import refs_naming
from wortel.people.domain.capacities import CATALYST, PROGRAMME_MANAGER
from wortel.people.public import Caller
from wortel.territory.domain.places import Municipality
from wortel.territory.public import timeline

PLACES = ("referentieregio", "provincie")
"""The divisions a desk may be limited to."""
_SHOWN = (Listing.State.OPEN, Listing.State.PAUSED, Listing.State.CLOSED)


def listing(ref: str) -> Listing | None:
    """The listing with this ref. One statement."""
    return Listing.objects.filter(ref=ref).first()


def open_listings(
    on: date,
    *,
    side: str = "",
    kinds: Collection[str] = (),
    nis: Collection[str] = (),
    actors: Collection[str] = (),
    is_fictional: bool | None = None,
) -> tuple[Listing, ...]:
    """Those in state open whose period is not over on that day, in order of ref; empty is "any". One statement.

    What an organisation shows to itself only is not among them: nobody can be brought together with it. What is shown
    to partners is; whether two may be brought together `may_meet` says.
    """
    wanted = {"side": side, "kind__in": list(kinds), "nis__in": list(nis), "actor__in": list(actors)}
    found = standing(on).exclude(visibility=OWN).filter(**{key: value for key, value in wanted.items() if value})
    if is_fictional is not None:
        found = found.filter(is_fictional=is_fictional)
    return tuple(found.order_by("ref"))


def standing(on: date) -> QuerySet[Listing]:
    """Open, and the period is not over."""
    return Listing.objects.filter(state=Listing.State.OPEN, end_on__gt=on)


def readable(caller: Caller, on: date) -> Q:
    """The condition on listings that this caller may read, as `may_read` says it. At most one statement."""
    if caller.is_stranger:
        return Q(visibility=PUBLIC, state__in=_SHOWN)
    shown = Q(visibility__in=(PUBLIC, SIGNED_IN)) | Q(visibility=PARTNERS) & _partners(caller, on)
    return Q(actor__in=caller.organisations) | Q(state__in=_SHOWN) & shown


def naming(caller: Caller) -> frozenset[str]:
    """The organisations that name one this caller acts for as their partner today. One statement at most."""
    return refs_naming(caller.organisations)


def areas_of(nis: str, on: date) -> frozenset[tuple[str, str]]:
    """Scheme and code of the areas that hold the municipality on the map of that day. No statement."""
    known = timeline()
    found = ((scheme, known.area_of_map(place.nis, scheme, on)) for place in here(nis, on) for scheme in PLACES)
    return frozenset((scheme, area.code) for scheme, area in found if area is not None)


def here(nis: str, on: date) -> tuple[Municipality, ...]:
    """What the municipality is on the map of that day; empty when no table knows it."""
    try:
        return timeline().successors(nis, on)
    except LookupError:
        return ()


def _partners(caller: Caller, on: date) -> Q:
    if at_desk(caller, ()) and any(caller.holding(PROGRAMME_MANAGER)):
        return Q()
    held = [it for it in caller.holding(CATALYST) if at_desk(caller, {(it.scheme, it.area)})]
    towns = {place.nis for it in held for place in timeline().members_of_map(it.scheme, it.area, on)}
    return Q(actor__in=naming(caller)) | Q(nis__in=towns)
