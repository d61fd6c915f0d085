"""The door of the actors: what other rooms may ask or do."""

from wortel.actors.adapter import ActorAdapter
from wortel.actors.domain.fields import FIELDS
from wortel.actors.domain.kinds import FOUR_O, KINDS, SECTORS
from wortel.actors.wording import kind_label, role_label, say, scheme_label, sector_label

__all__ = [
    "FIELDS",
    "FOUR_O",
    "KINDS",
    "SECTORS",
    "ActorAdapter",
    "kind_label",
    "role_label",
    "say",
    "scheme_label",
    "sector_label",
]
