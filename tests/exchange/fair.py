"""A school, a company, a club and an invented school, and what they might write."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from threading import Barrier
from typing import Any

from django.db import connections

from wortel.actors.public import ActorAdapter, Listed, named_actors
from wortel.exchange.actions.keeping import ListingChanged
from wortel.exchange.actions.open_listing import open_listing
from wortel.exchange.actions.pause_listing import pause_listing
from wortel.exchange.actions.repeat_listing import repeat_listing
from wortel.exchange.models import Listing
from wortel.exchange.public import Wanted
from wortel.intake.public import Naming, state_record
from wortel.trail.public import By

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
ON = date(2026, 11, 22)
BY = By("command", request="test")
SITE = "https://wortel.example"
SCHOOL, FIRM, CLUB, INVENTED = "a-school", "a-bedrijf", "a-club", "demo-school"

TOLD: Mapping[str, Mapping[str, str]] = {
    SCHOOL: {"name": "Basisschool De Wortel", "kind": "school", "postcode": "2490", "place": "Balen"},
    FIRM: {"name": "Robotfabriek", "kind": "bedrijf", "postcode": "2440", "place": "Geel"},
    CLUB: {"name": "Codeclub Zuid", "kind": "vereniging", "postcode": "2400", "place": "Mol"},
    INVENTED: {"name": "Verzonnen School (fictief)", "kind": "school", "postcode": "9000", "place": "Gent"},
}

NEED = Wanted(
    side="need", kind="guest_lesson", title="Gastles over energie", quantity=2, first_on=date(2027, 1, 1),
    end_on=date(2027, 4, 1), nis="13003", lat=51.168, lon=5.17, place="Balen", themes=("energy",), age_from=12,
    age_to=15,
)  # fmt: skip
OFFER = replace(NEED, side="offer", title="Wij vertellen over windmolens", quantity=6, range_km=20.0)


def tell(ref: str, source: str = "register", **cells: str) -> None:
    """A register tells of this actor."""
    adapter = ActorAdapter(ON)
    said = {**TOLD[ref], "stated_on": "2026-01-15", **cells}
    naming = Naming(f"{source}-{ref.startswith('demo-')}", "Register", is_fictional=ref.startswith("demo-"))
    state_record(BY, naming, adapter, adapter.read({"key": ref, **said}), said, subject=ref, at=AT)


def actor(ref: str) -> Listed:
    """The actor as the directory knows it."""
    return named_actors([ref])[ref]


def opened(ref: str = SCHOOL, wanted: Wanted = NEED, **other: Any) -> Listing:
    """An open listing of that organisation."""
    return open_listing(BY, actor(ref), replace(wanted, **other), AT)


def at_once(writers: int) -> tuple[list[str], int]:
    """As many pause one listing, and repeat another, at the same moment: what each got, and how many repetitions."""
    for ref in TOLD:
        tell(ref)
    row, old, start = opened(), opened(), Barrier(writers)

    def both(_: int) -> str:
        start.wait(30)
        try:
            repeat_listing(BY, actor(SCHOOL), old.ref, AT)
            return pause_listing(BY, row.ref, 1, AT).state
        except ListingChanged:
            return "changed"
        finally:
            connections.close_all()

    with ThreadPoolExecutor(writers) as pool:
        got = sorted(pool.map(both, range(writers)))
    return got, Listing.objects.filter(same_as=old.ref).count()
