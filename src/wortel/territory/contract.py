"""Territory as programs get it: one shape for the command, the API and every export."""

from __future__ import annotations

from datetime import date

from wortel.territory.domain.places import Municipality
from wortel.territory.reference import timeline


def municipality_json(place: Municipality, on: date) -> dict[str, str | None]:
    """Code, name, span, and the names of its province and reference region on the map of day `on`.

    A reference region on a map older than the regions is the earliest one known (`Timeline.area_of_map`);
    `None` is unknown.
    """
    day = on if on in place.valid else place.valid.start
    return {
        "nis": place.nis,
        "name": place.name,
        "valid_from": place.valid.start.isoformat(),
        "valid_to": place.valid.end.isoformat() if place.valid.end else None,
        "province": _area_name(place.nis, "provincie", day),
        "referentieregio": _area_name(place.nis, "referentieregio", day),
    }


def _area_name(nis: str, scheme: str, on: date) -> str | None:
    area = timeline().area_of_map(nis, scheme, max(on, timeline().first_day))
    return area.name if area is not None else None
