"""What is asked, offered and waiting in a region, in a fixed number of statements."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet

from wortel.actors.public import Listed, named_actors
from wortel.exchange.public import NEED, Listing
from wortel.introductions.domain.kept_reasons import read
from wortel.introductions.domain.states import PROPOSED, READ
from wortel.introductions.models import Introduction, Run, Standing
from wortel.kernel.reason import Reason
from wortel.people.domain.capacities import CATALYST
from wortel.people.public import mandates_in_force

SHOWN, SOON_DAYS, OWN = 5, 30, "own"


@dataclass(frozen=True, slots=True)
class Open:
    """Open listings of one side: how many, and the newest."""

    count: int
    newest: tuple[Listing, ...]


@dataclass(frozen=True, slots=True)
class ShortNeed:
    """A need that stays open: the listing, how many it misses since when, why, and the easiest change."""

    listing: Listing
    missing: int
    since: datetime
    ground: Reason
    change: Reason | None
    offer: Listing | None


def open_of(side: str, codes: Collection[str], condition: Q, on: date) -> Open:
    """What of that side is open in these municipalities and may be read. Two statements."""
    rows = _here(codes).filter(condition, side=side, state=Listing.State.OPEN, end_on__gt=on)
    return Open(rows.count(), tuple(rows.order_by("-is_urgent", "-made_at", "-pk")[:SHOWN]))


def short_count(codes: Collection[str]) -> int:
    """How many needs in these municipalities stay open after the last run. One statement."""
    return _short(codes).count()


def short_needs(codes: Collection[str], condition: Q, offset: int, limit: int) -> list[ShortNeed]:
    """Those needs, the longest open first, with the offers that may be read. Two statements."""
    rows = list(_short(codes).order_by("since", "pk")[offset : offset + limit])
    needs, offers = [row.need for row in rows], [row.offers[0] for row in rows if row.offers]
    wanted = Q(ref__in=needs) | (Q(ref__in=offers) & condition)
    listings = {row.ref: row for row in Listing.objects.filter(wanted)} if rows else {}
    return [short_need(row, listings) for row in rows if row.need in listings]


def short_need(row: Standing, listings: Mapping[str, Listing]) -> ShortNeed:
    """A standing as a page tells it."""
    changes = read(row.changes[:1])
    return ShortNeed(
        listing=listings[row.need],
        missing=row.missing,
        since=row.since,
        ground=read([row.ground])[0],
        change=changes[0] if changes else None,
        offer=listings.get(row.offers[0]) if row.offers else None,
    )


def waiting_count(codes: Collection[str]) -> int:
    """How many proposals about these municipalities wait for an answer. One statement."""
    return _waiting(codes).count()


def waiting(codes: Collection[str]) -> tuple[Introduction, ...]:
    """The proposals that wait for an answer longest. One statement."""
    return tuple(_waiting(codes).order_by("proposed_at", "pk")[:SHOWN])


def awaiting_consent(codes: Collection[str]) -> Open:
    """What waits for the consent of the organisation it was entered for. Two statements."""
    rows = _here(codes).filter(state=Listing.State.AWAITING)
    return Open(rows.count(), tuple(rows.order_by("made_at", "pk")[:SHOWN]))


def ending_soon(codes: Collection[str], on: date) -> Open:
    """Open listings of which the period ends within a month. Two statements."""
    rows = _here(codes).filter(state=Listing.State.OPEN, end_on__gt=on, end_on__lte=on + timedelta(days=SOON_DAYS))
    rows = rows.exclude(visibility=OWN)
    return Open(rows.count(), tuple(rows.order_by("end_on", "pk")[:SHOWN]))


def last_run(scheme: str, area: str) -> Run | None:
    """The last run that looked at this area or at all of Flanders, or the one that waits or is under way."""
    here = Q(scheme=scheme, area=area) | Q(scheme="", area="", municipalities=[])
    return Run.objects.filter(here).order_by("-asked_at", "-pk").first()


def gangmakers_here(scheme: str, area: str, on: date) -> int:
    """How many people hold the role of gangmaker for this area today: a number, no names. One statement."""
    held = mandates_in_force(on)
    return held.filter(capacity=CATALYST, scheme=scheme, area=area).values("person_id").distinct().count()


def names_of(*rows: Listing) -> Mapping[str, Listed]:
    """The organisations of these listings, by ref. Two statements."""
    refs = sorted({row.actor for row in rows})
    return named_actors(refs) if refs else {}


def is_all_fiction() -> bool:
    """Whether there are listings, and every one of them is invented: then figures speak of the invented world."""
    return set(Listing.objects.order_by().values_list("is_fictional", flat=True).distinct()) == {True}


def _here(codes: Collection[str]) -> QuerySet[Listing]:
    return Listing.objects.filter(nis__in=sorted(codes))


def _short(codes: Collection[str]) -> QuerySet[Standing]:
    needs = _here(codes).filter(side=NEED, state=Listing.State.OPEN).order_by().values("ref")
    return Standing.objects.filter(need__in=needs)


def _waiting(codes: Collection[str]) -> QuerySet[Introduction]:
    here = _here(codes).order_by().values("ref")
    return Introduction.objects.filter(Q(need__in=here) | Q(offer__in=here), state__in=(PROPOSED, READ))
