"""Who links others, and who works with nobody."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from wortel.network.domain.between import Betweenness
from wortel.network.domain.cooperation import Cooperation
from wortel.network.domain.holes import constraint, cut_off_without, strangers_among


@dataclass(frozen=True, slots=True)
class Broker:
    """An actor on the shortest ways between others. `share`: of all such ways in the network, between 0 and 1.

    `strangers` of its `pairs` of partners do not work with each other; `cut_off` actors would lose the rest without
    it; `constraint` is Burt's.
    """

    ref: str
    share: float
    partners: int
    strangers: int
    pairs: int
    cut_off: int
    constraint: float | None


def brokers(network: Cooperation, found: Betweenness, refs: Collection[str], limit: int) -> tuple[Broker, ...]:
    """Those of these actors that link others, the strongest first. A municipality without an actor is none."""
    linking = [
        ref for ref in refs if ref in network.nodes and not network.nodes[ref].is_place and found.of.get(ref, 0) > 0
    ]
    best = sorted(linking, key=lambda ref: (-found.of[ref], ref))[:limit]
    return tuple(_broker(network, found, ref) for ref in best)


def _broker(network: Cooperation, found: Betweenness, ref: str) -> Broker:
    strangers, pairs = strangers_among(network, ref)
    return Broker(
        ref=ref,
        share=found.of[ref],
        partners=len(network.partners(ref)),
        strangers=strangers,
        pairs=pairs,
        cut_off=cut_off_without(network, ref),
        constraint=constraint(network, ref),
    )
