"""The plain rows that describe a territory through time, and the check that they fit together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from wortel.territory.domain.places import (
    Area,
    Border,
    Marker,
    Membership,
    Municipality,
    Postcode,
    SubMunicipality,
    Succession,
)
from wortel.territory.domain.refusals import GazetteerContradicts

FIRST_MAP = date(2018, 12, 31)  # the last day of the 308; older mergers (1977, 1983) are not told here


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All rows a `Timeline` is built from. `brussels` maps the nineteen codes outside the Region to their names."""

    municipalities: tuple[Municipality, ...]
    successions: tuple[Succession, ...] = ()
    areas: tuple[Area, ...] = ()
    memberships: tuple[Membership, ...] = ()
    postcodes: tuple[Postcode, ...] = ()
    submunicipalities: tuple[SubMunicipality, ...] = ()
    borders: tuple[Border, ...] = ()
    markers: tuple[Marker, ...] = ()
    brussels: Mapping[str, str] = field(default_factory=dict)
    first_day: date = FIRST_MAP


def refuse_contradictions(rows: Gazetteer) -> None:
    """Raises `GazetteerContradicts` for a doubled or dangling code, or a municipality in two areas of one scheme."""
    codes = {place.nis for place in rows.municipalities}
    if len(codes) != len(rows.municipalities):
        raise GazetteerContradicts("a municipality code occurs twice")
    _refuse_strangers("successions", codes, (nis for step in rows.successions for nis in (step.old, step.new)))
    _refuse_strangers("memberships", codes, (row.nis for row in rows.memberships))
    _refuse_strangers("postcodes", codes, (row.first_nis for row in rows.postcodes))
    _refuse_strangers("submunicipalities", codes, (row.first_nis for row in rows.submunicipalities))
    _refuse_strangers("adjacency", codes, (nis for row in rows.borders for nis in (row.nis_a, row.nis_b)))
    _refuse_strangers("points", codes, (row.nis for row in rows.markers))
    named = {(area.scheme, area.code) for area in rows.areas}
    nameless = {(row.scheme, row.area) for row in rows.memberships} - named
    if nameless:
        raise GazetteerContradicts(f"memberships name areas that do not exist: {sorted(nameless)}")
    _refuse_two_areas(rows.memberships)


def _refuse_strangers(table: str, codes: set[str], used: Iterable[str]) -> None:
    strangers = sorted(set(used) - codes)
    if strangers:
        raise GazetteerContradicts(f"{table} name codes that are no municipality: {', '.join(strangers)}")


def _refuse_two_areas(memberships: Iterable[Membership]) -> None:
    seen: dict[tuple[str, str], list[Membership]] = defaultdict(list)
    for row in memberships:
        for other in seen[row.nis, row.scheme]:
            if row.valid.overlaps(other.valid):
                raise GazetteerContradicts(f"{row.nis} is in {row.area} and {other.area} at once ({row.scheme})")
        seen[row.nis, row.scheme].append(row)
