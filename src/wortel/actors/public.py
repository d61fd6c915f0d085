"""The door of the actors: what other rooms may ask or do."""

from wortel.actors.actions.load_directory import load_directory
from wortel.actors.adapter import ActorAdapter
from wortel.actors.domain.fields import FIELDS
from wortel.actors.domain.kinds import FOUR_O, KINDS, SECTORS
from wortel.actors.pages.words import word_of
from wortel.actors.queries.asked import UNKNOWN, Asked, Near
from wortel.actors.queries.counts import actors_of, holds_fictional, sector_counts, sector_counts_by_area
from wortel.actors.queries.directory import Directory, Listed, directory, everything
from wortel.actors.queries.near import PlaceUnknown, near_place
from wortel.actors.queries.real_names import real_names
from wortel.actors.wording import kind_label, role_label, say, scheme_label, sector_label

__all__ = [
    "FIELDS",
    "FOUR_O",
    "KINDS",
    "SECTORS",
    "UNKNOWN",
    "ActorAdapter",
    "Asked",
    "Directory",
    "Listed",
    "Near",
    "PlaceUnknown",
    "actors_of",
    "directory",
    "everything",
    "holds_fictional",
    "kind_label",
    "load_directory",
    "near_place",
    "real_names",
    "role_label",
    "say",
    "scheme_label",
    "sector_counts",
    "sector_counts_by_area",
    "sector_label",
    "word_of",
]
