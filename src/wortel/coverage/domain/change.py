"""What changed between two years on the same map: who joined, who dropped out, who stayed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wortel.coverage.domain.deciding import State
from wortel.coverage.domain.mapping import CoverageMap


class Change(StrEnum):
    """How the answer for a municipality moved. Silence in either year is no gain and no loss."""

    KEPT = "kept"  # reached in both years
    GAINED = "gained"  # not reached then, reached now
    LOST = "lost"  # reached then, not reached now
    NEWLY_KNOWN = "newly_known"  # reached now; then nobody knew, or it was contested
    NO_LONGER_KNOWN = "no_longer_known"  # reached then; now nobody knows, or it is contested
    OTHER = "other"  # reached in neither year


class DifferentMaps(ValueError):
    """Two years can only be compared over the same municipalities."""


@dataclass(frozen=True, slots=True)
class Move:
    """One municipality in two years."""

    nis: str
    name: str
    before: State
    after: State
    change: Change


def change_between(before: State, after: State) -> Change:
    """The kind of change from the state of the earlier look to that of the later."""
    if before is State.REACHED and after is State.REACHED:
        return Change.KEPT
    if after is State.REACHED:
        return Change.GAINED if before is State.NOT_REACHED else Change.NEWLY_KNOWN
    if before is State.REACHED:
        return Change.LOST if after is State.NOT_REACHED else Change.NO_LONGER_KNOWN
    return Change.OTHER


def moves(before: CoverageMap, after: CoverageMap) -> tuple[Move, ...]:
    """Every municipality of the shared map, sorted by name. Raises `DifferentMaps`."""
    then = {place.nis: place.state for place in before.municipalities}
    if set(then) != {place.nis for place in after.municipalities}:
        raise DifferentMaps(f"the map of {before.on} holds other municipalities than that of {after.on}")
    found = (
        Move(place.nis, place.name, then[place.nis], place.state, change_between(then[place.nis], place.state))
        for place in after.municipalities
    )
    return tuple(sorted(found, key=lambda move: (move.name, move.nis)))
