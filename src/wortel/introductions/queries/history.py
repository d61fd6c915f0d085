"""What happened to an introduction, as both sides may see it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from wortel.introductions.domain.states import DONE, NEED, OFFER, OPEN, UNDONE
from wortel.introductions.models import Feedback, Introduction, Step

ASKED_FOR = timedelta(days=60)
"""So long after it was done it is asked how it was; after that it counts as past."""
MOST_OPEN = 200


@dataclass(frozen=True, slots=True)
class Happened:
    """One step: which, when, by which side, and what was written with it."""

    step: str
    state: str
    at: datetime
    side: str
    text: str


def history(row: Introduction) -> tuple[Happened, ...]:
    """The steps, the first first. One statement."""
    columns = ("step", "state", "at", "side", "text")
    steps = Step.objects.filter(introduction=row).order_by("at", "pk").values_list(*columns)
    return tuple(Happened(*values) for values in steps)


def own_feedback(row: Introduction, side: str) -> Feedback | None:
    """What this side said of it. One statement."""
    return Feedback.objects.filter(introduction=row, side=side).first()


def follow_up(row: Introduction) -> Introduction | None:
    """What was proposed to the need in its place, right away. One statement."""
    later = Introduction.objects.filter(need=row.need, proposed_at=row.state_at, origin=Introduction.Origin.ENGINE)
    return later.exclude(pk=row.pk).first()


def going_on(actors: Collection[str], at: datetime) -> tuple[Introduction, ...]:
    """Those of these organisations that are open, or were done lately and not told of; what ends first is first."""
    rows = Introduction.objects.filter(_of(actors)).filter(Q(state__in=OPEN) | _to_be_told(actors, at))
    return tuple(rows.order_by("expires_at", "planned_on", "pk")[:MOST_OPEN])


def past(actors: Collection[str], at: datetime) -> QuerySet[Introduction]:
    """The others, the last first."""
    rows = Introduction.objects.filter(_of(actors), state__in=(*UNDONE, DONE)).exclude(_to_be_told(actors, at))
    return rows.order_by("-state_at", "-pk")


def told_by(rows: Collection[Introduction]) -> frozenset[tuple[int, str]]:
    """Which sides of these said how it was, by row. One statement."""
    ids = [row.pk for row in rows]
    found = Feedback.objects.filter(introduction__in=ids).values_list("introduction_id", "side") if ids else ()
    return frozenset(found)


def _of(actors: Collection[str]) -> Q:
    return Q(need_actor__in=list(actors)) | Q(offer_actor__in=list(actors))


def _to_be_told(actors: Collection[str], at: datetime) -> Q:
    """Done not long ago, and one of these organisations did not say how it was."""
    silent = Q(pk__in=[])
    for side, column in ((NEED, "need_actor"), (OFFER, "offer_actor")):
        said = Feedback.objects.filter(introduction=OuterRef("pk"), side=side)
        silent |= Q(~Exists(said), **{f"{column}__in": list(actors)})
    return Q(state=DONE, state_at__gt=at - ASKED_FOR) & silent


def open_of(listing: str) -> tuple[Introduction, ...]:
    """Those of one listing that are going on, the first first. One statement."""
    rows = Introduction.objects.filter(Q(need=listing) | Q(offer=listing), state__in=OPEN)
    return tuple(rows.order_by("proposed_at", "pk")[:MOST_OPEN])
