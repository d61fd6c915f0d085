"""Puts many needs and offers at once, each checked as if it were typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from wortel.actors.public import Listed
from wortel.exchange.actions.keeping import FICTIONAL, new_row, ref_for
from wortel.exchange.domain.wanted import Fault, ListingRefused, Wanted, faults
from wortel.exchange.models import Listing
from wortel.kernel.reason import Reason
from wortel.shell.clock import BRUSSELS
from wortel.trail.public import By, leave

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class PutListing:
    """One of them: whose, what, and how it stands. `ref` is made when empty; `made_at` is when it was put."""

    actor: Listed
    wanted: Wanted
    state: str = Listing.State.OPEN
    ref: str = ""
    made_at: datetime | None = None
    closed_why: str = ""
    same_as: str = ""
    entered_by: str = ""
    consent: str = ""
    consent_on: date | None = None


def put_listings(by: By, rows: Sequence[PutListing], at: datetime) -> tuple[Listing, ...]:
    """All of them or none, in their order; no mail leaves. A period may be over. Raises `ListingRefused` for the first
    that cannot be kept; `field` then starts with its place in the list."""
    made = [_row(by, number, it, at) for number, it in enumerate(rows)]
    with transaction.atomic():
        Listing.objects.bulk_create(made, batch_size=_AT_ONCE)
        if made:
            leave(by, "listings.put", f"listings:{len(made)}", at=at, after={"count": len(made)})
    return tuple(made)


def _row(by: By, number: int, it: PutListing, at: datetime) -> Listing:
    made_at = it.made_at or at
    found = faults(it.wanted, min(made_at.astimezone(BRUSSELS).date(), it.wanted.first_on))
    ref = it.ref or ref_for(it.actor.is_fictional)
    if ref.startswith(FICTIONAL) != it.actor.is_fictional:
        found = (*found, Fault("ref", Reason.of("exchange.other_world")))
    if found:
        raise ListingRefused([Fault(f"{number}.{fault.field}", fault.reason) for fault in found])
    return new_row(
        by, it.actor, it.wanted, at, ref=ref, state=it.state, made_at=made_at, closed_why=it.closed_why,
        closed_at=at if it.state == Listing.State.CLOSED else None, same_as=it.same_as, entered_by=it.entered_by,
        consent=it.consent, consent_on=it.consent_on,
    )  # fmt: skip
