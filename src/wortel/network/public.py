"""The door of the network: what other rooms may ask."""

from wortel.network.domain.balance import Balance, Part, Presence
from wortel.network.domain.cooperation import Cooperation, Node
from wortel.network.queries.place import PlaceNetwork, place_network
from wortel.network.queries.standing import StandingNetwork, standing_network

__all__ = [
    "Balance",
    "Cooperation",
    "Node",
    "Part",
    "PlaceNetwork",
    "Presence",
    "StandingNetwork",
    "place_network",
    "standing_network",
]
