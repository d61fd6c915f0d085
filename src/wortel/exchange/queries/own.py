"""How many needs and offers stand or wait at each organisation."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from wortel.actors.public import Listed, named_actors
from wortel.exchange.models import Listing


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
