"""The door of the territory: what other rooms may ask or do."""

from wortel.territory.actions.load_reference import load_reference
from wortel.territory.actions.replace_boundaries import BoundariesRefused, NewBoundaries, map_of, replace_boundaries
from wortel.territory.contract import municipality_json
from wortel.territory.maps import MapSheet, Shape, map_sheet, point_on_map
from wortel.territory.picture import Dot, MapPicture, Mark, map_picture
from wortel.territory.queries import stored_municipalities
from wortel.territory.reference import statistics, timeline
from wortel.territory.wording import say, say_boundary_problem, say_refusal

__all__ = [
    "BoundariesRefused",
    "Dot",
    "MapPicture",
    "MapSheet",
    "Mark",
    "NewBoundaries",
    "Shape",
    "load_reference",
    "map_of",
    "map_picture",
    "map_sheet",
    "municipality_json",
    "point_on_map",
    "replace_boundaries",
    "say",
    "say_boundary_problem",
    "say_refusal",
    "statistics",
    "stored_municipalities",
    "timeline",
]
