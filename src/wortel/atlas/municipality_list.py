"""The municipalities of a map as a list: who, where, how many people, and whether they are reached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wortel.coverage.domain.mapping import CoverageMap
from wortel.territory.domain.places import Area
from wortel.territory.public import statistics, timeline


@dataclass(frozen=True, slots=True)
class MunicipalityRow:
    """One line of the list. Inhabitants are `None` where not known exactly, areas where no row names one."""

    nis: str
    name: str
    province: Area | None
    region: Area | None
    inhabitants: int | None
    state: str
    evidence: int

    def area_code(self, scheme: str) -> str:
        """The code of its `provincie` or `referentieregio`; empty when unknown."""
        area = {"provincie": self.province, "referentieregio": self.region}[scheme]
        return area.code if area else ""


def municipality_rows(on: date, coverage: CoverageMap) -> tuple[MunicipalityRow, ...]:
    """The municipalities of that day, sorted by name. `coverage` is that of the map of the same day."""
    rows = []
    for place in coverage.municipalities:
        figure = statistics().population(place.nis, on)
        rows.append(
            MunicipalityRow(
                place.nis,
                place.name,
                timeline().area_of_map(place.nis, "provincie", on),
                timeline().area_of_map(place.nis, "referentieregio", on),
                figure.value if figure else None,
                str(place.state),
                place.evidence,
            )
        )
    return tuple(sorted(rows, key=lambda row: (row.name, row.nis)))
