"""What codes of municipalities and areas are called, whenever they stood."""

from __future__ import annotations

from wortel.territory.domain.refusals import UnknownArea
from wortel.territory.public import timeline


def municipality_name(nis: str) -> str:
    """The name of a municipality of Flanders or Brussels, whenever it stood; empty for any other code."""
    register = timeline().register
    place = register.by_nis.get(nis)
    return place.name if place else register.brussels.get(nis, "")


def name_of_area(scheme: str, code: str) -> str:
    """The name of an area, or of a municipality when the scheme is gemeente; empty for any other code."""
    if scheme == "gemeente":
        return municipality_name(code)
    try:
        return timeline().area(scheme, code).name
    except UnknownArea:
        return ""
