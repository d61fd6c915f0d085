"""The own needs or offers with which someone may answer a listing of another organisation."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from wortel.exchange.public import Listing, readable
from wortel.introductions.domain.states import OTHER
from wortel.introductions.queries.standing import taken
from wortel.kernel.text import folded
from wortel.matching.domain.asking import Place
from wortel.people.public import Caller

OWN = "own"
"""Shown to nobody else."""


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A listing, and how many times are left of it."""

    row: Listing
    left: int


def readable_listing(caller: Caller, ref: str, on: date) -> Listing | None:
    """The listing, when this caller may read it. Two statements."""
    return Listing.objects.filter(readable(caller, on), ref=ref).first()


def own_counterparts(of: Listing, actors: Collection[str], on: date) -> tuple[Counterpart, ...]:
    """Open listings of these organisations on the other side, of the same kind, with room. Three statements; also those
    they show to nobody.
    """
    rows = Listing.objects.filter(
        side=OTHER[of.side], kind=of.kind, actor__in=list(actors), is_fictional=of.is_fictional,
        state=Listing.State.OPEN, end_on__gt=on,
    ).exclude(actor=of.actor)  # fmt: skip
    return _with_room(tuple(rows.order_by("first_on", "pk")))


def any_counterparts(of: Listing, caller: Caller, on: date) -> tuple[Counterpart, ...]:
    """Open listings of anyone on the other side that this caller may read, of the same kind, with room. Four
    statements.
    """
    rows = Listing.objects.filter(
        readable(caller, on), side=OTHER[of.side], kind=of.kind, is_fictional=of.is_fictional,
        state=Listing.State.OPEN, end_on__gt=on,
    ).exclude(actor=of.actor)  # fmt: skip
    return _with_room(tuple(rows.exclude(visibility=OWN)))


def _with_room(rows: tuple[Listing, ...]) -> tuple[Counterpart, ...]:
    counted = taken([row.ref for row in rows])
    found = (Counterpart(row, row.quantity - counted.get(row.ref, 0)) for row in rows)
    return tuple(it for it in found if it.left > 0)


@dataclass(frozen=True, slots=True)
class Near:
    """A listing with room, and how far it lies, as the crow flies."""

    row: Listing
    left: int
    km: float


def nearest_counterparts(of: Listing, caller: Caller, words: str, on: date) -> tuple[Near, ...]:
    """Those of anyone, the nearest first; with words only those that hold them all. Four statements."""
    here = Place.on_earth(of.lat, of.lon)
    asked = folded(words).split()
    found = (
        Near(it.row, it.left, here.distance(Place.on_earth(it.row.lat, it.row.lon)))
        for it in any_counterparts(of, caller, on)
        if all(word in it.row.words for word in asked)
    )
    return tuple(sorted(found, key=lambda it: (it.km, it.row.ref)))
