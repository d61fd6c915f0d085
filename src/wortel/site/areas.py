"""The areas to which a role in the programme can be limited, for rooms below the territory."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from wortel.territory.public import timeline

SCHEMES = ("referentieregio", "provincie")


def names(on: date) -> Mapping[tuple[str, str], str]:
    """Name by scheme and code, regions before provinces, each by name. Asks nothing of the database."""
    known = timeline()
    return {
        (scheme, area.code): area.name
        for scheme in SCHEMES
        for area in sorted(known.areas_of_map(scheme, on), key=lambda area: area.name)
    }
