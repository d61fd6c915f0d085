"""The door of the demo world."""

from wortel.demo.actions.build_world import Built, HoldsRealRecords, build_world
from wortel.demo.actions.remove_world import remove_world
from wortel.demo.actions.seek_matches import seek_matches
from wortel.demo.actions.settle_people import settle_people
from wortel.demo.domain.size import Size
from wortel.demo.standing import standing_world

__all__ = [
    "Built",
    "HoldsRealRecords",
    "Size",
    "build_world",
    "remove_world",
    "seek_matches",
    "settle_people",
    "standing_world",
]
