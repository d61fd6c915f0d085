"""Two organisations in two regions, with secrets planted in them: what nobody but their own may read."""

from __future__ import annotations

from datetime import UTC, datetime

from wortel.actors.domain.kinds import KIND_OF
from wortel.actors.models import Actor
from wortel.actors.search.index import index_actors

OWN, OTHER = "codeklub-aan-de-leie", "techlab-aan-de-nete"
AT = datetime(2026, 11, 21, 12, tzinfo=UTC)
PLACES = {
    OWN: ("Gent", "44021", "40000", "REFREG13", 51.05, 3.72),
    OTHER: ("Balen", "13003", "10000", "REFREG03", 51.17, 5.17),
}


def settle_actors() -> None:
    """Both organisations as a register would have brought them, found in the directory."""
    made = [_actor(ref, name) for ref, name in ((OWN, "Codeklub aan de Leie"), (OTHER, "Techlab aan de Nete"))]
    index_actors([each.pk for each in made])


def _actor(ref: str, name: str) -> Actor:
    place, nis, province, region, lat, lon = PLACES[ref]
    return Actor.objects.create(
        ref=ref, name=name, kind="association", sector=KIND_OF["association"].sector, status="active",
        sources="|lijst|", nis=nis, province=province, region=region, place=place, lat=lat, lon=lon,
        precision="municipality", website=f"https://www.{ref}.example.org", updated_at=AT,
    )  # fmt: skip
