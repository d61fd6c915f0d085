"""One municipality as its page shows it: where it lies, what it was and became, how many people live there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from wortel.atlas.domain.story import Merger, last_day, mergers_of
from wortel.atlas.wording import SCHEMES, scheme_name
from wortel.territory.domain.places import Area, Municipality, Postcode
from wortel.territory.domain.statistics import EVERYONE, Ages, Figure
from wortel.territory.public import statistics, timeline

AGE_GROUPS = (Ages(5, 9), Ages(10, 14), Ages(15, 19))
LEVELS = ("kleuter", "lager", "secundair")


@dataclass(frozen=True, slots=True)
class Portrait:
    """`on` is the day the page speaks of: today, or the municipality's last day."""

    place: Municipality
    on: date
    stands: bool
    successors: tuple[Municipality, ...]
    mergers: tuple[Merger, ...]
    province: Area | None
    region: Area | None
    schemes: tuple[tuple[str, Area], ...]
    neighbours: tuple[Municipality, ...]
    postcodes: tuple[tuple[str, str], ...]  # code, the places that share it
    inhabitants: Figure | None
    ages: tuple[tuple[Ages, Figure | None], ...]
    pupils: tuple[tuple[str, Figure | None], ...]


def portrait(place: Municipality, today: date) -> Portrait:
    """The portrait of a municipality that ever stood; it asks nothing of the database."""
    lines = timeline()
    on = last_day(lines, place.nis, today)
    found = [(scheme, lines.area_of(place.nis, scheme, on)) for scheme in SCHEMES]
    return Portrait(
        place=place,
        on=on,
        stands=on == today,
        successors=() if on == today else lines.successors(place.nis, today),
        mergers=mergers_of(lines, place.nis, today),
        province=lines.area_of_map(place.nis, "provincie", on),
        region=lines.area_of_map(place.nis, "referentieregio", on),
        schemes=tuple(
            (scheme_name(scheme), area)
            for scheme, area in found
            if area is not None and scheme not in {"provincie", "referentieregio"}
        ),
        neighbours=tuple(sorted(lines.neighbours(place.nis, on), key=lambda other: other.name)),
        postcodes=_by_code(lines.postcodes_of(place.nis, on)),
        inhabitants=statistics().population(place.nis, on, EVERYONE),
        ages=tuple((ages, statistics().population(place.nis, on, ages)) for ages in AGE_GROUPS),
        pupils=tuple((level, statistics().pupils(place.nis, on, level)) for level in LEVELS),
    )


def _by_code(rows: Iterable[Postcode]) -> tuple[tuple[str, str], ...]:
    places: dict[str, list[str]] = {}
    for row in rows:
        places.setdefault(row.code, []).append(row.place)
    return tuple((code, ", ".join(names)) for code, names in sorted(places.items()))
