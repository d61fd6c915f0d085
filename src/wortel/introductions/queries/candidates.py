"""The open offers that might still serve a need."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from wortel.exchange.public import LANGUAGES, OFFER, THEMES, Listing, listing, may_meet, open_listings
from wortel.introductions.domain.carrying import need_of, offer_of
from wortel.introductions.domain.next_best import NextBest, next_best
from wortel.introductions.queries.standing import open_pairs, past_pairs, taken
from wortel.matching.domain.scoring import weights_in_force
from wortel.matching.public import matching_rulebook
from wortel.organisations.public import partners_by

ONCE = 1000


def best_for(need_ref: str, on: date) -> tuple[NextBest, ...]:
    """The best offers with room that this need was never brought together with; none when it is not open any more.
    Eight statements.
    """
    row = listing(need_ref)
    if row is None or row.state != Listing.State.OPEN:
        return ()
    need = need_of(row, row.quantity - taken([need_ref]).get(need_ref, 0), ONCE, on)
    if need is None:
        return ()
    found = list(_meeting(row, on))
    counted = taken([it.ref for it in found])
    offers = (offer_of(it, it.quantity - counted.get(it.ref, 0), on, THEMES, LANGUAGES) for it in found)
    return next_best(need, (it for it in offers if it is not None), weights_in_force(matching_rulebook(), on))


def _meeting(need: Listing, on: date) -> Iterator[Listing]:
    """Offers of the kind, in the same world, that may be shown to each other and are new to each other."""
    offers = open_listings(on, side=OFFER, kinds=[need.kind], is_fictional=need.is_fictional)
    known = {offer for _, offer in (*open_pairs([need.ref]), *past_pairs([need.ref]))}
    named = partners_by({need.actor, *(it.actor for it in offers)})
    for it in offers:
        at_once = not need.moments or not it.moments or not set(need.moments).isdisjoint(it.moments)
        if it.ref not in known and at_once and may_meet(need, it, named):
            yield it
