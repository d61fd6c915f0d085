"""The rows a world is made of: the same cells as in the files that the importers read."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from wortel.kernel.text import folded

ACTOR_COLUMNS = (
    "source_id", "name", "alt_names", "former_names", "kind", "helix_sector", "status", "postcode", "place",
    "municipality", "nis", "lat", "lon", "geo_precision", "website", "identifiers", "roles", "working_area",
    "attributes", "vintage",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ActorRow:
    """One invented institution as one invented register lists it. `nis` is the code of the day `stated_on`."""

    key: str
    name: str
    kind: str
    nis: str
    municipality: str
    postcode: str
    place: str
    lat: float
    lon: float
    stated_on: date
    sector: str = ""
    alt_names: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    status: str = "actief"
    number: str = ""
    roles: tuple[str, ...] = ()
    working_area: tuple[str, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)
    has_website: bool = True

    def cells(self) -> dict[str, str]:
        """The row as text, column by column."""
        return {
            "source_id": self.key,
            "name": self.name,
            "alt_names": "|".join(self.alt_names),
            "former_names": "|".join(self.former_names),
            "kind": self.kind,
            "helix_sector": self.sector,
            "status": self.status,
            "postcode": self.postcode,
            "place": self.place,
            "municipality": self.municipality,
            "nis": self.nis,
            "lat": f"{self.lat:.4f}",
            "lon": f"{self.lon:.4f}",
            "geo_precision": "deelgemeente centroid",
            "website": f"https://{host_of(self.name, self.place)}/" if self.has_website else "",
            "identifiers": self.number,
            "roles": "|".join(self.roles),
            "working_area": "|".join(self.working_area),
            "attributes": json.dumps(dict(self.attributes), ensure_ascii=False) if self.attributes else "",
            "vintage": self.stated_on.isoformat(),
        }


def host_of(name: str, place: str) -> str:
    """An address that cannot exist: a host under example.org, which the standards keep free (RFC 2606)."""
    words = folded(name.replace("(fictief)", "")) + "-" + folded(place)
    return re.sub(r"[^a-z0-9]+", "-", words).strip("-")[:60].strip("-") + ".example.org"
