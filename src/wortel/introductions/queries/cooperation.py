"""Who worked together through an introduction, as far as everyone may know it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet

from wortel.exchange.public import Listing
from wortel.introductions.domain.states import WITH_CONTACT
from wortel.introductions.models import Feedback, Introduction

_PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class WorkedTogether:
    """Two organisations that both said yes: how far they are, and since which day that is so."""

    need_actor: str
    offer_actor: str
    state: str
    since: date


def cooperation(on: date, refs: Collection[str] | None = None) -> tuple[WorkedTogether, ...]:
    """The introductions in contact, confirmed or done by that day: all, or those of some organisations. One statement.

    Only between a need and an offer that are both shown to everyone: what was asked behind a door stays there. What
    one side told of an agreement made elsewhere counts once another side says that it took place.
    """
    rows = _open_to_all().filter(state_at__date__lte=on)
    if refs is not None:
        rows = rows.filter(Q(need_actor__in=list(refs)) | Q(offer_actor__in=list(refs)))
    found = rows.order_by("need_actor", "offer_actor", "ref")
    return tuple(
        WorkedTogether(need, offer, state, at.date())
        for need, offer, state, at in found.values_list("need_actor", "offer_actor", "state", "state_at")
    )


def cooperation_version() -> str:
    """Another text as soon as an introduction moved, or a listing is shown to others. One statement."""
    row = _open_to_all().aggregate(n=Count("pk"), last=Max("state_at"))
    return f"{row['n']}:{row['last']}"


def _open_to_all() -> QuerySet[Introduction]:
    shown = Listing.objects.filter(visibility=_PUBLIC).values("ref")
    rows = Introduction.objects.filter(state__in=WITH_CONTACT, need__in=shown, offer__in=shown)
    said = Feedback.objects.filter(introduction=OuterRef("pk"), happened=True).exclude(side=OuterRef("proposed_by"))
    return rows.filter(~Q(origin=Introduction.Origin.ELSEWHERE) | Exists(said))
