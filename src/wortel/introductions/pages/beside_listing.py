"""On the page of a need or an offer: how often it is given away, and the way to ask, or to bring together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from wortel.exchange.public import Listing, areas_of
from wortel.introductions.domain.states import NEED, OTHER
from wortel.introductions.permissions import acts_for, may_ask, may_bring_together
from wortel.introductions.queries.history import open_of
from wortel.introductions.queries.sides import names_for
from wortel.introductions.queries.standing import taken
from wortel.introductions.wording import say_state
from wortel.people.public import caller_of
from wortel.shell import clock


def beside_listing(request: HttpRequest, row: Listing) -> Mapping[str, Any] | None:
    """The part for this visitor: two statements, or six for its own organisation."""
    if row.state in (Listing.State.DRAFT, Listing.State.AWAITING):
        return None
    caller, on = caller_of(request), clock.today()
    given = taken([row.ref]).get(row.ref, 0)
    left = max(0, row.quantity - given)
    is_own = acts_for(caller, row.actor)
    is_open = row.state == Listing.State.OPEN and row.end_on > on
    return {
        "template": "introductions/parts/beside_listing.html",
        "ref": row.ref,
        "is_need": row.side == NEED,
        "quantity": row.quantity,
        "left": left,
        "is_full": is_open and not left,
        "is_own": is_own,
        "is_sought": is_own and is_open and row.side == NEED and bool(left),
        "going_on": _going_on(row) if is_own else (),
        "may_ask": is_open and bool(left) and bool(may_ask(caller, row.actor)),
        "may_bring": is_open and bool(left) and bool(may_bring_together(caller, areas_of(row.nis, on))),
        "is_stranger": is_open and bool(left) and caller.is_stranger,
    }


def _going_on(row: Listing) -> tuple[Mapping[str, Any], ...]:
    """Each proposal or appointment of this listing: with whom, and how far it is."""
    rows = open_of(row.ref)
    names = names_for(rows)
    across = OTHER[row.side]
    return tuple(
        {"ref": it.ref, "proposed_at": it.proposed_at, "them": names.name_of(it, across), "state": say_state(it.state)}
        for it in rows
    )
