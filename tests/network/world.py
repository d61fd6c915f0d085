"""A small world: two neighbours without a research partner, a university not far away, a body that serves both."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from tests.actors.directory import index, record_of

from wortel.actors.domain.kinds import KIND_OF
from wortel.actors.models import Actor, Role, WorkingArea
from wortel.organisations.models import Partner
from wortel.territory.domain.plane import to_plane

BALEN, MOL, DESSEL, LEUVEN = "13003", "13025", "13006", "24062"
PLACES = {
    BALEN: ("Balen", 51.17, 5.17), MOL: ("Mol", 51.19, 5.11), DESSEL: ("Dessel", 51.24, 5.11),
    LEUVEN: ("Leuven", 50.88, 4.70),
}  # fmt: skip
AT = datetime(2026, 11, 22, 12, tzinfo=UTC)


def actor(ref: str, kind: str, nis: str = BALEN, **changes: Any) -> Actor:
    """An actor in the database and in the index."""
    place, lat, lon = PLACES[nis]
    x_km, y_km = to_plane(lat, lon)
    province, region = ("20001", "REFREG08") if nis == LEUVEN else ("10000", "REFREG03")
    fields: dict[str, Any] = {
        "name": ref.title(), "sector": KIND_OF[kind].sector, "status": "active", "sources": "|lijst|", "nis": nis,
        "province": province, "region": region, "place": place, "lat": lat, "lon": lon, "x_km": x_km, "y_km": y_km,
        "precision": "municipality", "updated_at": AT,
    }  # fmt: skip
    found = Actor.objects.create(ref=ref, kind=kind, **{**fields, **changes})
    index(found)
    return found


def partners(one: str, other: str) -> None:
    Partner.objects.create(actor=one, partner=other, since=AT.date())


def serves(body: Actor, *codes: str) -> None:
    for code in codes:
        WorkingArea.objects.create(actor=body, record=record_of(body), scheme="gemeente", area=code)


def holds(who: Actor, role: str, **days: Any) -> None:
    Role.objects.create(actor=who, record=record_of(who), role=role, **days)


def settle() -> None:
    """Balen: a school, a company, a club. Mol: a school that works with the club. Leuven: a university."""
    actor("school", "secondary_school", BALEN)
    actor("bedrijf", "company", BALEN)
    actor("club", "youth_group", BALEN)
    actor("atheneum", "secondary_school", MOL)
    actor("gestopt", "company", BALEN, status="inactive")
    actor("universiteit", "university", LEUVEN, is_claimed=True)
    actor("instituut", "research_institute", LEUVEN)
    serves(actor("kempen", "intermunicipal", MOL), BALEN, MOL, DESSEL)
    partners("atheneum", "club")
    partners("universiteit", "club")
