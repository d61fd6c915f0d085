"""What every action on a need or an offer shares: a row locked in one version, a new row, its trail."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from wortel.actors.public import Listed
from wortel.exchange.domain.kinds import KIND_OF
from wortel.exchange.domain.wanted import Fault, ListingRefused, Wanted, faults
from wortel.exchange.domain.words import THEMES
from wortel.exchange.models import Listing
from wortel.exchange.rulebook import exchange_rulebook
from wortel.kernel.reason import Reason
from wortel.kernel.text import folded
from wortel.shell.clock import BRUSSELS
from wortel.shell.refs import new_ref
from wortel.trail.public import By

FICTIONAL = "demo-"
_LENGTH = 24


class ListingChanged(ValueError):
    """Someone changed it since it was read, or it is gone; `now` is how it stands, or `None`."""

    def __init__(self, now: Listing | None) -> None:
        super().__init__(now.ref if now else "")
        self.now = now


def locked(ref: str, version: int) -> Listing:
    """The row, held until the end of the transaction. Raises `ListingChanged` when its version is another."""
    row = Listing.objects.select_for_update().filter(ref=ref).first()
    if row is None or row.version != version:
        raise ListingChanged(row)
    return row


def checked(wanted: Wanted, at: datetime, actor: str = "") -> None:
    """Raises `ListingRefused` when it cannot be kept; with `actor`, also when that has too many already."""
    on = at.astimezone(BRUSSELS).date()
    found = faults(wanted, on)
    if actor and not found:
        most = exchange_rulebook().number("most_open", on)
        if Listing.objects.filter(actor=actor).exclude(state=Listing.State.CLOSED).count() >= most:
            found = (Fault("kind", Reason.of("exchange.too_many", most=most)),)
    if found:
        raise ListingRefused(found)


def new_row(by: By, actor: Listed, wanted: Wanted, at: datetime, **more: Any) -> Listing:
    """A row for this organisation, not saved yet."""
    given = {"ref": ref_for(actor.is_fictional), "state": Listing.State.DRAFT, "made_at": at, **more}
    return Listing(
        **wanted.values(), actor=actor.ref, is_fictional=actor.is_fictional, words=words_of(wanted, actor.name),
        made_by=by.person, changed_at=at, **given,
    )  # fmt: skip


def ref_for(is_fictional: bool) -> str:
    """A name nobody can guess; one of something fictional says so."""
    return f"{FICTIONAL}{new_ref()}"[:_LENGTH] if is_fictional else new_ref()


def words_of(wanted: Wanted, name: str) -> str:
    """What a search looks in."""
    kind = KIND_OF[wanted.kind]
    themes = (THEMES[key] for key in wanted.themes if key in THEMES)
    return folded(" ".join((wanted.title, wanted.text, kind.label, name, wanted.place, *themes)))


def save_step(row: Listing, state: str, at: datetime, **more: Any) -> None:
    """Saves the row in a next version."""
    values = {"state": state, "changed_at": at, **more}
    for name, value in values.items():
        setattr(row, name, value)
    row.version += 1
    row.save(update_fields=["version", *values])


def storable(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values as the trail keeps them: days written out."""
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in values.items()}
