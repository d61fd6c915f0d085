"""Municipalities of today, and those a run or a desk looks at. No statements: the map is reference."""

from __future__ import annotations

from datetime import date

from wortel.introductions.domain.run_scope import RunScope
from wortel.territory.public import timeline


def municipality_today(nis: str, on: date) -> str:
    """The code of the municipality on the map of that day; the code itself when no table knows it."""
    try:
        return timeline().successors(nis, on)[0].nis
    except LookupError:
        return nis


def codes_in(scope: RunScope, on: date) -> frozenset[str] | None:
    """The codes of that day inside the scope; `None` is everywhere. Raises `LookupError` for an unknown area."""
    if scope.municipalities:
        return frozenset(municipality_today(nis, on) for nis in scope.municipalities)
    if not scope.area:
        return None
    return frozenset(place.nis for place in timeline().members_of_map(scope.scheme, scope.area, on))


def codes_ever(codes: frozenset[str], on: date) -> frozenset[str]:
    """These codes of that day, and those of former municipalities that became one of them."""
    known = timeline()
    former = {
        before.nis for day in _maps() if day <= on for nis in codes for before in known.predecessors(nis, day, on)
    }
    return codes | former


def _maps() -> tuple[date, ...]:
    return (timeline().first_day, *timeline().register.lineage.changes)


def areas_of_today(nis: str, on: date) -> frozenset[tuple[str, str]]:
    """Scheme and code of the region and the province that hold the municipality today."""
    known, code = timeline(), municipality_today(nis, on)
    try:
        found = ((scheme, known.area_of_map(code, scheme, on)) for scheme in ("referentieregio", "provincie"))
        return frozenset((scheme, area.code) for scheme, area in found if area is not None)
    except LookupError:
        return frozenset()
