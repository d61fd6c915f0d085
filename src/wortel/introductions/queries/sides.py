"""The two listings and the two organisations of an introduction, by name."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from wortel.actors.public import Listed, named_actors
from wortel.exchange.public import Listing
from wortel.introductions.domain.states import NEED
from wortel.introductions.models import Introduction


@dataclass(frozen=True, slots=True)
class Names:
    """Listings and organisations, by ref; one that is not there any more is left out."""

    listings: Mapping[str, Listing]
    actors: Mapping[str, Listed]

    def listing_of(self, row: Introduction, side: str) -> Listing | None:
        """What that side asks or offers."""
        return self.listings.get(row.need if side == NEED else row.offer)

    def actor_of(self, row: Introduction, side: str) -> Listed | None:
        """The organisation of that side."""
        return self.actors.get(actor_ref(row, side))

    def name_of(self, row: Introduction, side: str) -> str:
        """What that organisation is called; empty when nobody speaks of it any more."""
        found = self.actor_of(row, side)
        return found.name if found else ""


def names_for(rows: Collection[Introduction]) -> Names:
    """What is needed to speak of these introductions. Three statements, however many there are."""
    if not rows:
        return Names({}, {})
    refs = {ref for row in rows for ref in (row.need, row.offer)}
    actors = {ref for row in rows for ref in (row.need_actor, row.offer_actor)}
    return Names({it.ref: it for it in Listing.objects.filter(ref__in=refs)}, named_actors(sorted(actors)))


def actor_ref(row: Introduction, side: str) -> str:
    """The ref of the organisation of that side."""
    return row.need_actor if side == NEED else row.offer_actor
