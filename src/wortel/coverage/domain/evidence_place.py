"""Which municipality code of its own year a row speaks of: by code, by name, or by postcode."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wortel.coverage.domain.evidence_words import CellRefused
from wortel.coverage.domain.projection import day_of, map_day
from wortel.kernel.reason import Reason
from wortel.kernel.text import folded
from wortel.territory.domain.places import Municipality
from wortel.territory.domain.refusals import (
    MunicipalityEnded,
    MunicipalityNotYetThere,
    OutsideFlanders,
    UnknownMunicipality,
    UnknownPostcode,
)
from wortel.territory.domain.timeline import Timeline

_REMARK = re.compile(r"\(.*\)\Z")
_SUFFIX = re.compile(r"\s*\(.*\)\Z")


@dataclass(frozen=True, slots=True)
class PlaceCells:
    """What a row says about the place, as it stands in the file."""

    nis: str = ""
    municipality: str = ""
    postcode: str = ""

    @property
    def is_named(self) -> bool:
        """Whether the row names a place at all; a remark between brackets is no name."""
        return bool(self.nis or self.postcode or (self.municipality and not _REMARK.match(self.municipality)))


class PlaceRefused(CellRefused):
    """The place cannot be found on the map of the year; `field` is the cell that is to blame."""

    def __init__(self, field: str, reason: Reason) -> None:
        super().__init__(reason)
        self.field = field


def find_place(timeline: Timeline, cells: PlaceCells, year: int) -> Municipality:
    """The municipality as it stood in that year. Code goes before name, name before postcode.

    Raises `PlaceRefused`: a code or name that was none that year, a postcode outside it or in more than one.
    """
    if cells.nis:
        place = _by_code(timeline, cells, year)
    elif cells.municipality:
        place = _by_name(timeline, cells.municipality, year)
    else:
        return _by_postcode(timeline, cells.postcode, year)
    if cells.postcode and place not in _places_of_postcode(timeline, cells.postcode, year):
        reason = Reason.of("evidence.postcode_elsewhere", postcode=cells.postcode, name=place.name, year=year)
        raise PlaceRefused("postcode", reason)
    return place


def is_another_name(place: Municipality, name: str) -> bool:
    """Whether the name in the row is not that of the municipality its code names."""
    return bool(name) and not _REMARK.match(name) and _plain(name) != _plain(place.name)


def _by_code(timeline: Timeline, cells: PlaceCells, year: int) -> Municipality:
    nis = cells.nis
    try:
        day_of(timeline, nis, map_day(timeline, year))
    except OutsideFlanders as refusal:
        raise PlaceRefused("nis", Reason.of("evidence.in_brussels", nis=nis, name=refusal.name)) from None
    except UnknownMunicipality:
        raise PlaceRefused("nis", Reason.of("evidence.unknown_nis", nis=nis)) from None
    except MunicipalityEnded as refusal:
        # Aalter 44001 in a row about 2022: name and code point to one and the same municipality of that year.
        if [cells.municipality] == [timeline.find(code).name for code in refusal.successors]:
            return timeline.find(refusal.successors[0])
        after = tuple(f"{timeline.find(code).name} ({code})" for code in refusal.successors)
        reason = Reason.of("evidence.nis_ended", nis=nis, ended=refusal.ended.isoformat(), year=year, names=after)
        raise PlaceRefused("nis", reason) from None
    except MunicipalityNotYetThere as refusal:
        before = tuple(f"{timeline.find(code).name} ({code})" for code in refusal.predecessors)
        starts = refusal.starts.isoformat()
        raise PlaceRefused(
            "nis", Reason.of("evidence.nis_not_yet", nis=nis, starts=starts, year=year, names=before)
        ) from None
    return timeline.find(nis)


def _by_name(timeline: Timeline, name: str, year: int) -> Municipality:
    day = map_day(timeline, year)
    found = [place for place in timeline.municipalities(day) if _plain(place.name) == _plain(name)]
    if len(found) == 1:
        return found[0]
    at_other_times = tuple(
        sorted({place.nis for place in timeline.register.by_nis.values() if _plain(place.name) == _plain(name)})
    )
    kind = "evidence.ambiguous_name" if found else "evidence.unknown_name"
    raise PlaceRefused("municipality", Reason.of(kind, text=name, year=year, codes=at_other_times))


def _by_postcode(timeline: Timeline, postcode: str, year: int) -> Municipality:
    found = _places_of_postcode(timeline, postcode, year)
    if len(found) != 1:
        names = tuple(place.name for place in found)
        raise PlaceRefused("postcode", Reason.of("evidence.ambiguous_postcode", postcode=postcode, names=names))
    return found[0]


def _places_of_postcode(timeline: Timeline, postcode: str, year: int) -> tuple[Municipality, ...]:
    try:
        return timeline.municipalities_of_postcode(postcode, map_day(timeline, year))
    except UnknownPostcode:
        raise PlaceRefused("postcode", Reason.of("evidence.unknown_postcode", postcode=postcode)) from None


def _plain(name: str) -> str:
    return re.sub(r"[\s'’-]+", "", _SUFFIX.sub("", folded(name)))
