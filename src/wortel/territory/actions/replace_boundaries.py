"""Takes official boundaries over: from then on they are drawn instead of the schematic ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

import shapely
from django.db import transaction
from shapely.geometry.base import BaseGeometry

from wortel.kernel.reason import Reason
from wortel.territory.domain.boundary_check import boundary_problems, without_other_regions
from wortel.territory.domain.plane import geometry_to_degrees, geometry_to_plane
from wortel.territory.models import Boundary, BoundarySet
from wortel.territory.reference import timeline
from wortel.trail.public import By, leave

DISPLAY_TOLERANCE_KM = 0.02


class BoundariesRefused(ValueError):
    """The boundaries are not a map of Flanders on that day; `problems` says what is wrong with which municipality."""

    def __init__(self, on: date, problems: tuple[Reason, ...]) -> None:
        super().__init__(on, *(problem.key for problem in problems))
        self.on = on
        self.problems = problems


@dataclass(frozen=True, slots=True)
class NewBoundaries:
    """One map's worth of boundaries: grounds in degrees (WGS84) by NIS code."""

    on: date
    grounds: Mapping[str, BaseGeometry]


def map_of(codes: frozenset[str]) -> date | None:
    """The first day of the map that these codes fit best, the newest when several do; `None` when no code is known."""
    line = timeline()
    starts = [line.first_day, *line.register.lineage.changes]
    fits = {on: len(codes & {place.nis for place in line.municipalities(on)}) for on in starts}
    best = max(starts, key=lambda on: (fits[on], on))
    return best if fits[best] else None


def replace_boundaries(
    by: By, maps: tuple[NewBoundaries, ...], source: str, file: tuple[str, str], at: datetime
) -> None:
    """Keeps the boundaries of every map named, or of none. `file` is its name and SHA-256.

    They are simplified to what a screen can show (20 metres) once, here. Raises `BoundariesRefused`.
    """
    checked = [NewBoundaries(new.on, without_other_regions(new.grounds)) for new in maps]
    for new in checked:
        if problems := boundary_problems(timeline(), new.on, new.grounds):
            raise BoundariesRefused(new.on, problems)
    with transaction.atomic():
        for new in checked:
            _keep(new, source, file, at)
        after = {
            "maps": {new.on.isoformat(): len(new.grounds) for new in checked},
            "source": source,
            "file": file[0],
            "sha256": file[1],
        }
        leave(by, "boundaries.replaced", "boundaries:*", at=at, after=after)


def _keep(new: NewBoundaries, source: str, file: tuple[str, str], at: datetime) -> None:
    name, sha256 = file
    kept, made = BoundarySet.objects.update_or_create(
        map_from=new.on, file_sha256=sha256, defaults={"source": source, "file_name": name, "imported_at": at}
    )
    if not made:
        return
    codes = sorted(new.grounds)
    simple = shapely.coverage_simplify([geometry_to_plane(new.grounds[nis]) for nis in codes], DISPLAY_TOLERANCE_KM)
    Boundary.objects.bulk_create(
        Boundary(boundary_set=kept, municipality_id=nis, wkb=shapely.to_wkb(geometry_to_degrees(ground)))
        for nis, ground in zip(codes, simple, strict=True)
    )
