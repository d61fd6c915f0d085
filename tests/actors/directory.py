"""A small directory to ask questions of: actors as the projection would write them, and in the index."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from wortel.actors.domain.kinds import KIND_OF
from wortel.actors.models import Actor, Identifier, Name
from wortel.actors.search.index import index_actors
from wortel.intake.models import Import, Record, Source
from wortel.territory.domain.plane import to_plane

AT = datetime(2026, 11, 21, 12, tzinfo=UTC)
GHENT, LEUVEN, BALEN = "44021", "24062", "13003"
PLACES = {
    GHENT: ("Gent", "40000", "REFREG07", 51.05, 3.72),
    LEUVEN: ("Leuven", "20001", "REFREG08", 50.88, 4.70),
    BALEN: ("Balen", "10000", "REFREG02", 51.17, 5.17),
}


def actor(ref: str, name: str, kind: str = "association", nis: str = GHENT, **changes: Any) -> Actor:
    """An actor in the database, not yet indexed."""
    place, province, region, lat, lon = PLACES[nis]
    x_km, y_km = to_plane(lat, lon)
    fields: dict[str, Any] = {
        "sector": KIND_OF[kind].sector, "status": "active", "sources": "|lijst|", "nis": nis, "province": province,
        "region": region, "place": place, "lat": lat, "lon": lon, "x_km": x_km, "y_km": y_km,
        "precision": "municipality", "updated_at": AT,
    }  # fmt: skip
    return Actor.objects.create(ref=ref, name=name, kind=kind, **{**fields, **changes})


def record_of(made: Actor, **values: Any) -> Record:
    """A standing record that speaks about the actor."""
    source, _ = Source.objects.get_or_create(key="lijst", defaults={"name": "Een lijst", "licence": "CC0"})
    brought = Import.objects.create(
        source=source, kind="actors", file_name="lijst.csv", file_sha256="0" * 64, applied_at=AT
    )
    said = {"name": made.name, "kind": made.kind, "sector": made.sector, **values}
    return Record.objects.create(
        source=source, kind="actors", key=f"k{brought.pk}", brought_by=brought, subject=made.ref, row=2,
        stated_on="2025", raw={"naam": made.name}, values=said, digest="0" * 64,
    )  # fmt: skip


def name_of(made: Actor, name: str, kind: str = "former") -> None:
    Name.objects.create(actor=made, record=record_of(made), name=name, kind=kind)


def number_of(made: Actor, scheme: str, value: str) -> None:
    Identifier.objects.create(actor=made, record=record_of(made), scheme=scheme, value=value, raw=value, is_valid=True)


def index(*made: Actor) -> None:
    index_actors([each.pk for each in made])
