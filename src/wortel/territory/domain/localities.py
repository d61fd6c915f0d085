"""What lies inside and beside a municipality: postcodes, sub-municipalities, markers, neighbours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wortel.territory.domain.gazetteer import Gazetteer
from wortel.territory.domain.indexes import Dated, index_by
from wortel.territory.domain.places import Marker, Postcode, SubMunicipality
from wortel.territory.domain.refusals import UnknownPostcode, UnknownSubMunicipality


@dataclass(frozen=True, slots=True)
class Localities:
    """Rows by code. Postcodes and sub-municipalities hang on their municipality of the first map."""

    first_day: date
    by_postcode: Mapping[str, tuple[Postcode, ...]]
    postcodes_of: Mapping[str, tuple[Postcode, ...]]
    by_part: Mapping[str, SubMunicipality]
    parts_of: Mapping[str, tuple[SubMunicipality, ...]]
    markers_of: Mapping[str, tuple[Dated[Marker], ...]]
    neighbours_of: Mapping[str, tuple[Dated[str], ...]]

    @classmethod
    def of(cls, rows: Gazetteer) -> Localities:
        """The localities of these rows."""
        postcodes, parts = sorted(rows.postcodes), sorted(rows.submunicipalities)
        both_ways = [
            (nis, (row.valid, other))
            for row in rows.borders
            for nis, other in ((row.nis_a, row.nis_b), (row.nis_b, row.nis_a))
        ]
        return cls(
            first_day=rows.first_day,
            by_postcode=index_by((row.code, row) for row in postcodes),
            postcodes_of=index_by((row.first_nis, row) for row in postcodes),
            by_part={row.code: row for row in parts},
            parts_of=index_by((row.first_nis, row) for row in parts),
            markers_of=index_by((row.nis, (row.valid, row)) for row in rows.markers),
            neighbours_of=index_by(both_ways),
        )

    def places_with(self, postcode: str) -> tuple[Postcode, ...]:
        """The places that share the postcode. Raises `UnknownPostcode`."""
        if postcode not in self.by_postcode:
            raise UnknownPostcode(f"{postcode!r} is not a Flemish postcode")
        return self.by_postcode[postcode]

    def part(self, code: str) -> SubMunicipality:
        """The sub-municipality with this code. Raises `UnknownSubMunicipality`."""
        if code not in self.by_part:
            raise UnknownSubMunicipality(f"{code!r} is not the code of a Flemish sub-municipality")
        return self.by_part[code]
