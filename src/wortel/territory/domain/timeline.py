"""The territory on any day: who stands, what it became, which areas hold it, who touches whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from wortel.kernel.span import Span
from wortel.territory.domain.carrying import carried
from wortel.territory.domain.divisions import Divisions
from wortel.territory.domain.gazetteer import Gazetteer, refuse_contradictions
from wortel.territory.domain.indexes import on_day
from wortel.territory.domain.localities import Localities
from wortel.territory.domain.places import Area, Carried, Marker, Municipality, Place, Postcode, SubMunicipality
from wortel.territory.domain.register import Register


@dataclass(frozen=True, slots=True)
class Timeline:
    """Answers for any day from the first map on. Built once with `Timeline.of`; then each question is a lookup.

    Every question that takes a day raises `BeforeFirstMap`; every question about a municipality on a day raises
    `UnknownMunicipality`, `MunicipalityEnded` or `MunicipalityNotYetThere`, unless its docstring says otherwise.
    """

    register: Register
    divisions: Divisions
    localities: Localities

    @classmethod
    def of(cls, rows: Gazetteer) -> Timeline:
        """Builds the indexes. Raises `GazetteerContradicts`."""
        refuse_contradictions(rows)
        register = Register.of(rows)
        return cls(register, Divisions.of(rows, register), Localities.of(rows))

    @property
    def first_day(self) -> date:
        """The first day anything is known of."""
        return self.register.lineage.first_day

    def map_span(self, on: date) -> Span:
        """The days that share the map of day `on`: between them no code starts, ends or grows."""
        return self.register.map_span(on)

    def municipalities(self, on: date) -> tuple[Municipality, ...]:
        """Every municipality of that day, sorted by code."""
        return self.register.municipalities(on)

    def find(self, nis: str) -> Municipality:
        """The municipality with this code, whenever it stood. Raises `UnknownMunicipality` (or `OutsideFlanders`)."""
        return self.register.find(nis)

    def municipality(self, nis: str, on: date) -> Municipality:
        """The municipality with this code, standing on that day."""
        return self.register.municipality(nis, on)

    def successors(self, nis: str, on: date) -> tuple[Municipality, ...]:
        """What the code became on the map of that day, chains included; a code still standing answers itself.

        Raises `UnknownMunicipality`, or `MunicipalityNotYetThere` when the code starts later than `on`.
        """
        return self.register.successors(nis, on)

    def predecessors(self, nis: str, on: date, seen_from: date | None = None) -> tuple[Municipality, ...]:
        """What the code, as it stood on `seen_from` (its latest form if not said), was on the earlier map of `on`.

        Raises `UnknownMunicipality`, or `MunicipalityEnded` when the code had ended by `on`.
        """
        return self.register.predecessors(nis, on, seen_from)

    def carry(self, place: Place, from_day: date, to_day: date) -> Carried:
        """The place of a fact on the map of another day: see `carrying.carried`."""
        return carried(self.register, self.localities, place, from_day, to_day)

    def schemes(self) -> tuple[str, ...]:
        """The names of all divisions into areas, sorted."""
        return tuple(sorted(self.divisions.by_scheme))

    def area(self, scheme: str, code: str) -> Area:
        """The area with this code, whenever it had members. Raises `UnknownArea`."""
        return self.divisions.area(scheme, code)

    def area_of(self, nis: str, scheme: str, on: date) -> Area | None:
        """The area that held the municipality that day; `None` when no row says so. Raises `UnknownArea` too."""
        self.municipality(nis, on)
        return self.divisions.area_of(nis, scheme, on)

    def area_of_map(self, nis: str, scheme: str, on: date) -> Area | None:
        """The area to show the municipality in on the map of that day, when the division itself is younger.

        It is the area of the day if known; else, in a division that covers every municipality, the earliest known
        one of the code, else the one its successors agree on; else `None`. Not a statement of law: the reference
        regions date from 2022, and a table of 2019 by region needs them all the same.
        """
        known = self.area_of(nis, scheme, on)
        if known is not None or scheme not in self.divisions.partitions:
            return known
        lineage = self.register.lineage
        later = tuple(lineage.carried(nis, on, day) for day in lineage.changes if day > on)
        return self.divisions.earliest_area(nis, scheme, later)

    def areas(self, scheme: str, on: date) -> tuple[Area, ...]:
        """The areas that held a municipality that day, sorted by code. Raises `UnknownArea`."""
        areas = self.divisions.in_scheme(scheme)
        return tuple(area for area in areas if self.members(scheme, area.code, on))

    def members(self, scheme: str, area_code: str, on: date) -> tuple[Municipality, ...]:
        """The municipalities of the area that day, sorted by code. Raises `UnknownArea`."""
        self.register.lineage.map_number(on)
        return self.register.named(self.divisions.codes_in(scheme, area_code, on))

    def members_of_map(self, scheme: str, area_code: str, on: date) -> tuple[Municipality, ...]:
        """The municipalities shown in the area on the map of that day, by `area_of_map`. Raises `UnknownArea`."""
        area = self.area(scheme, area_code)
        return tuple(place for place in self.municipalities(on) if self.area_of_map(place.nis, scheme, on) == area)

    def areas_of_map(self, scheme: str, on: date) -> tuple[Area, ...]:
        """The areas shown on the map of that day, by `area_of_map`, sorted by code. Raises `UnknownArea`."""
        self.divisions.in_scheme(scheme)
        shown = {self.area_of_map(place.nis, scheme, on) for place in self.municipalities(on)}
        return tuple(sorted(area for area in shown if area is not None))

    def neighbours(self, nis: str, on: date) -> tuple[Municipality, ...]:
        """The Flemish municipalities that touched it that day, sorted by code."""
        self.municipality(nis, on)
        return self.register.named(on_day(self.localities.neighbours_of.get(nis, ()), on))

    def marker(self, nis: str, on: date) -> Marker | None:
        """A point inside the municipality as it was that day; `None` when unknown."""
        self.municipality(nis, on)
        return next(iter(on_day(self.localities.markers_of.get(nis, ()), on)), None)

    def postcodes_of(self, nis: str, on: date) -> tuple[Postcode, ...]:
        """The places with a postcode in the municipality that day, sorted by postcode and place."""
        rows = self.localities.postcodes_of
        return tuple(sorted(row for first in self._origins(nis, on) for row in rows.get(first, ())))

    def submunicipalities_of(self, nis: str, on: date) -> tuple[SubMunicipality, ...]:
        """The sub-municipalities of the municipality that day, sorted by code."""
        rows = self.localities.parts_of
        return tuple(sorted(row for first in self._origins(nis, on) for row in rows.get(first, ())))

    def municipalities_of_postcode(self, code: str, on: date) -> tuple[Municipality, ...]:
        """The municipalities in which the postcode lay that day, sorted by code. Raises `UnknownPostcode`."""
        return self._since_first_map((row.first_nis for row in self.localities.places_with(code)), on)

    def municipalities_of_submunicipality(self, code: str, on: date) -> tuple[Municipality, ...]:
        """The municipality of the sub-municipality that day, as a tuple. Raises `UnknownSubMunicipality`."""
        return self._since_first_map((self.localities.part(code).first_nis,), on)

    def _since_first_map(self, codes: Iterable[str], on: date) -> tuple[Municipality, ...]:
        lineage = self.register.lineage
        return self.register.named({after for nis in codes for after in lineage.carried(nis, self.first_day, on)})

    def _origins(self, nis: str, on: date) -> tuple[str, ...]:
        self.municipality(nis, on)
        return self.register.lineage.carried(nis, on, self.first_day)
