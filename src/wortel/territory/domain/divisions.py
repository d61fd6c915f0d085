"""Which area holds which municipality, when: provinces, reference regions, care zones and the like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wortel.territory.domain.gazetteer import Gazetteer
from wortel.territory.domain.indexes import Dated, index_by, on_day
from wortel.territory.domain.places import Area
from wortel.territory.domain.refusals import UnknownArea
from wortel.territory.domain.register import Register


@dataclass(frozen=True, slots=True)
class Divisions:
    """Areas and their members. A missing row means unknown, or in no area of that scheme; never a guess."""

    by_code: Mapping[tuple[str, str], Area]
    areas_of: Mapping[tuple[str, str], tuple[Dated[str], ...]]  # (nis, scheme) -> area codes, oldest first
    members_of: Mapping[tuple[str, str], tuple[Dated[str], ...]]  # (scheme, area) -> nis
    by_scheme: Mapping[str, tuple[Area, ...]]
    partitions: frozenset[str]

    @classmethod
    def of(cls, rows: Gazetteer, register: Register) -> Divisions:
        """The divisions of these rows; a scheme that covers the whole latest map is a partition."""
        memberships = sorted(rows.memberships, key=lambda row: (row.nis, row.scheme, row.valid.start))
        areas_of = index_by(((row.nis, row.scheme), (row.valid, row.area)) for row in memberships)
        by_scheme = index_by((area.scheme, area) for area in sorted(rows.areas))
        latest = max((rows.first_day, *register.lineage.changes, *(row.valid.start for row in memberships)))
        codes = [place.nis for place in register.municipalities(latest)]
        return cls(
            by_code={(area.scheme, area.code): area for area in rows.areas},
            areas_of=areas_of,
            members_of=index_by(((row.scheme, row.area), (row.valid, row.nis)) for row in memberships),
            by_scheme=by_scheme,
            partitions=frozenset(
                scheme for scheme in by_scheme if all(on_day(areas_of.get((nis, scheme), ()), latest) for nis in codes)
            ),
        )

    def in_scheme(self, scheme: str) -> tuple[Area, ...]:
        """Every area the scheme ever had, sorted by code. Raises `UnknownArea`."""
        if scheme not in self.by_scheme:
            raise UnknownArea(f"there is no division called {scheme!r}")
        return self.by_scheme[scheme]

    def area(self, scheme: str, code: str) -> Area:
        """The area with this code. Raises `UnknownArea`."""
        self.in_scheme(scheme)
        if (scheme, code) not in self.by_code:
            raise UnknownArea(f"there is no area {code!r} in {scheme!r}")
        return self.by_code[scheme, code]

    def area_of(self, nis: str, scheme: str, on: date) -> Area | None:
        """The area that held the code that day, `None` when no row says so. Raises `UnknownArea`."""
        self.in_scheme(scheme)
        found = on_day(self.areas_of.get((nis, scheme), ()), on)
        return self.by_code[scheme, found[0]] if found else None

    def codes_in(self, scheme: str, code: str, on: date) -> tuple[str, ...]:
        """The municipality codes of the area that day. Raises `UnknownArea`."""
        self.area(scheme, code)
        return on_day(self.members_of.get((scheme, code), ()), on)

    def earliest_area(self, nis: str, scheme: str, lineage_of: tuple[tuple[str, ...], ...]) -> Area | None:
        """The first known area of the code, else the one that the codes after it agree on, map by map."""
        for codes in ((nis,), *lineage_of):
            rows = [self.areas_of.get((code, scheme), ()) for code in codes]
            if all(rows):
                found = {dated[0][1] for dated in rows}
                return self.by_code[scheme, found.pop()] if len(found) == 1 else None
        return None
