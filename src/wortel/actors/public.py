"""The door of the actors: what other rooms may ask or do."""

from wortel.actors.adapter import ActorAdapter
from wortel.actors.domain.fields import FIELDS
from wortel.actors.domain.kinds import FOUR_O, KINDS, SECTORS
from wortel.actors.queries.real_names import real_names
from wortel.actors.queries.asked import Asked
from wortel.actors.queries.directory import directory
from wortel.actors.wording import kind_label, role_label, say, scheme_label, sector_label

__all__ = [
    "FIELDS",
    "FOUR_O",
    "KINDS",
    "SECTORS",
    "ActorAdapter",
    "Asked",
    "directory",
    "kind_label",
    "real_names",
    "role_label",
    "say",
    "scheme_label",
    "sector_label",
]
