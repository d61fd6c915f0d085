"""How much of each listing is given away, and which pairs are, or were, brought together."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from django.db.models import Count, QuerySet

from wortel.exchange.public import Listing
from wortel.introductions.domain.limits import Side
from wortel.introductions.domain.states import OPEN, STANDING
from wortel.introductions.domain.weeks import weeks_given
from wortel.introductions.models import Introduction

Pair = tuple[str, str]


def taken(refs: Collection[str]) -> Mapping[str, int]:
    """How many times each of these listings is given away, by introductions that stand; 0 is left out. Two queries."""
    counted: dict[str, int] = {}
    for column in ("need", "offer") if refs else ():
        rows = Introduction.objects.filter(**{f"{column}__in": list(refs)}, state__in=STANDING)
        counted.update(rows.order_by().values_list(column).annotate(Count("pk")))
    return counted


def all_taken() -> Mapping[str, int]:
    """The same for every listing there is, for a run over many. Two queries."""
    counted: dict[str, int] = {}
    for column in ("need", "offer"):
        rows = Introduction.objects.filter(state__in=STANDING)
        counted.update(rows.order_by().values_list(column).annotate(Count("pk")))
    return counted


def open_pairs(needs: Collection[str] | None = None) -> frozenset[Pair]:
    """Need and offer of every introduction that is still going on (of these needs). One query."""
    return _pairs(Introduction.objects.filter(state__in=OPEN), needs)


def past_pairs(needs: Collection[str] | None = None) -> frozenset[Pair]:
    """Need and offer that were brought together before, whatever came of it: not proposed again by the engine."""
    return _pairs(Introduction.objects.exclude(state__in=OPEN), needs)


def _pairs(rows: QuerySet[Introduction], needs: Collection[str] | None) -> frozenset[Pair]:
    if needs is not None:
        rows = rows.filter(need__in=list(needs))
    return frozenset(rows.values_list("need", "offer").distinct())


def sides_of(need: str, offer: str, *, lock: bool = False) -> tuple[Side | None, Side | None]:
    """Both listings as the limits see them. With `lock` both rows are locked, always in the same order, so that what
    was counted still holds until the end of the transaction. Three queries.
    """
    rows = Listing.objects.filter(ref__in=[need, offer]).order_by("pk")
    found = {row.ref: row for row in (rows.select_for_update() if lock else rows)}
    counted = taken([need, offer])
    return tuple(side_of(found[ref], counted.get(ref, 0)) if ref in found else None for ref in (need, offer))  # type: ignore[return-value]


def side_of(row: Listing, count: int) -> Side:
    """A listing of which so many times are given away, as the limits see it."""
    return Side(
        ref=row.ref,
        side=row.side,
        kind=row.kind,
        actor=row.actor,
        quantity=row.quantity,
        taken=count,
        first_on=row.first_on,
        end_on=row.end_on,
        is_open=row.state == Listing.State.OPEN,
        is_fictional=row.is_fictional,
        per_week=row.per_week,
    )


def all_weeks_given() -> Mapping[str, Mapping[int, int]]:
    """By offer that takes so many a week, how often which week is given away by introductions that stand. One query."""
    weekly = Listing.objects.filter(per_week__isnull=False).values("ref")
    rows = Introduction.objects.filter(state__in=STANDING, offer__in=weekly)
    return weeks_given(rows.values_list("offer", "planned_on", "reasons").iterator())


def planned_days(offer: str, other_than: str = "") -> tuple[date, ...]:
    """The days on which this offer is planned or was done, leaving out one introduction. One query."""
    rows = Introduction.objects.filter(planned_on__isnull=False, offer=offer, state__in=STANDING)
    found = rows.exclude(ref=other_than).values_list("planned_on", flat=True)
    return tuple(day for day in found if day is not None)
