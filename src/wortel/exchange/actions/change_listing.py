"""Changes what a need or an offer says; a draft may be opened with it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.actors.public import Listed
from wortel.exchange.actions.keeping import checked, locked, save_step, storable, words_of
from wortel.exchange.actions.telling import tell_of_desk
from wortel.exchange.domain.states import CHANGE, START, after
from wortel.exchange.domain.wanted import Wanted
from wortel.exchange.models import Listing
from wortel.trail.public import By, leave


def change_listing(
    by: By, actor: Listed, ref: str, version: int, wanted: Wanted, at: datetime, *, opens: bool = False, site: str = ""
) -> Listing:
    """As it stands afterwards. Its side and kind stay: another kind is another listing.

    Raises `ListingChanged`, `ListingRefused`, `StepRefused`.
    """
    with transaction.atomic():
        row = locked(ref, version)
        state = after(START if opens else CHANGE, row.state)
        checked(wanted, at)
        new = {name: value for name, value in wanted.values().items() if name not in ("side", "kind")}
        changed = [name for name, value in new.items() if getattr(row, name) != value]
        before = {name: getattr(row, name) for name in changed}
        reminded_at = row.reminded_at if wanted.end_on <= row.end_on else None
        save_step(row, state, at, **new, words=words_of(wanted, actor.name), reminded_at=reminded_at)
        tell_of_desk(by, row, actor.name, at, site)
        leave(
            by,
            "listing.opened" if opens else "listing.changed",
            f"listing:{ref}",
            at=at,
            before=storable(before),
            after=storable({name: new[name] for name in changed}),
            concerns=row.actor,
        )
    return row
