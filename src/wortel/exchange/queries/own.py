"""The needs and offers of an organisation, and how many stand or wait at each."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Count, Q, QuerySet, When

from wortel.actors.public import Listed, named_actors
from wortel.exchange.domain.words import AWAITING, CLOSED, DRAFT, OPEN, PAUSED
from wortel.exchange.models import Listing

_IN_ORDER = (AWAITING, DRAFT, OPEN, PAUSED, CLOSED)


@dataclass(frozen=True, slots=True)
class OwnCount:
    """An organisation, how many stand open today, and how many wait for somebody there."""

    actor: Listed
    standing: int
    waiting: int
    drafts: int


def own_counts(refs: Collection[str], on: date) -> list[OwnCount]:
    """By name. Two statements."""
    actors = named_actors(list(refs))
    rows = Listing.objects.filter(actor__in=list(actors)).values_list("actor").annotate(
        standing=Count("id", filter=Q(state="open", end_on__gt=on)),
        waiting=Count("id", filter=Q(state="awaiting")),
        drafts=Count("id", filter=Q(state="draft")),
    )  # fmt: skip
    counts = {actor: figures for actor, *figures in rows}
    found = [OwnCount(actor, *counts.get(ref, (0, 0, 0))) for ref, actor in actors.items()]
    return sorted(found, key=lambda it: (it.actor.name.casefold(), it.actor.ref))


def own_listings(actor: str, on: date) -> QuerySet[Listing]:
    """All of an organisation: what waits first, what is closed or over that day last; of each the newest first."""
    is_over = When(state__in=(OPEN, PAUSED), end_on__lte=on, then=_IN_ORDER.index(CLOSED))
    places = (When(state=state, then=place) for place, state in enumerate(_IN_ORDER))
    return Listing.objects.filter(actor=actor).order_by(Case(is_over, *places), "-id")
