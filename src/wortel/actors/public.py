"""The door of the actors: what other rooms may ask or do."""

from wortel.actors.actions.load_directory import load_directory
from wortel.actors.actions.project_records import OWN_SOURCES
from wortel.actors.adapter import ActorAdapter, whereabouts
from wortel.actors.domain.fields import FIELDS
from wortel.actors.domain.kinds import FOUR_O, KINDS, SECTORS
from wortel.actors.pages.words import word_of
from wortel.actors.queries.asked import UNKNOWN, Asked, Near
from wortel.actors.queries.counts import actors_of, holds_fictional, sector_counts, sector_counts_by_area
from wortel.actors.queries.directory import Directory, Listed, directory, everything
from wortel.actors.queries.located import Located, located, located_in, located_of_kind, nearest_of_sectors
from wortel.actors.queries.names import actor_names
from wortel.actors.queries.names_of_places import name_of_area
from wortel.actors.queries.near import PlaceUnknown, Spot, find_spot, near_place
from wortel.actors.queries.profile import ActorGone, ActorProfile, NoSuchActor
from wortel.actors.queries.profile import profile as actor_profile
from wortel.actors.queries.real_names import real_names
from wortel.actors.queries.sectors_there import sectors_there
from wortel.actors.queries.some import named_actors, on_web_domain
from wortel.actors.queries.with_role import with_role
from wortel.actors.queries.working_for import HeldRole, WorksFor, actors_version, held_roles, working_areas
from wortel.actors.wording import kind_label, role_label, say, scheme_label, sector_label

__all__ = [
    "FIELDS",
    "FOUR_O",
    "KINDS",
    "OWN_SOURCES",
    "SECTORS",
    "UNKNOWN",
    "ActorAdapter",
    "ActorGone",
    "ActorProfile",
    "Asked",
    "Directory",
    "HeldRole",
    "Listed",
    "Located",
    "Near",
    "NoSuchActor",
    "PlaceUnknown",
    "Spot",
    "WorksFor",
    "actor_names",
    "actor_profile",
    "actors_of",
    "actors_version",
    "directory",
    "everything",
    "find_spot",
    "held_roles",
    "holds_fictional",
    "kind_label",
    "load_directory",
    "located",
    "located_in",
    "located_of_kind",
    "name_of_area",
    "named_actors",
    "near_place",
    "nearest_of_sectors",
    "on_web_domain",
    "real_names",
    "role_label",
    "say",
    "scheme_label",
    "sector_counts",
    "sector_counts_by_area",
    "sector_label",
    "sectors_there",
    "whereabouts",
    "with_role",
    "word_of",
    "working_areas",
]
