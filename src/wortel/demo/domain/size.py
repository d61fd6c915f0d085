"""How large a world is, and where it lies: small worlds lie inside larger ones."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from wortel.demo.domain.towns import Town


class Size(StrEnum):
    """S: one alliance of five neighbours; M: one reference region; L: all of Flanders."""

    S = "S"
    M = "M"
    L = "L"


ALLIANCE = ("42010", "44013", "44020", "44086", "44088")
"""Laarne, Destelbergen, Gavere, Nazareth-De Pinte and Merelbeke-Melle: two of the five merged in 2025."""

REGION = "REFREG13"
"""Regio Gent, with three municipalities that merged in 2025, a large town and villages without secondary school."""

TAKING_PART = 0.5
"""In the small world only the actors that take part in the alliance are there, not all that exist."""


def towns_in(size: Size, towns: Sequence[Town]) -> tuple[Town, ...]:
    """The municipalities of a world of this size, sorted by code."""
    if size is Size.S:
        return tuple(town for town in towns if town.nis in ALLIANCE)
    if size is Size.M:
        return tuple(town for town in towns if town.region == REGION)
    return tuple(towns)
