"""Structural holes: how much an actor's partners know each other without it, and who would be cut off if it left."""

from __future__ import annotations

from collections.abc import Collection
from itertools import combinations

import rustworkx

from wortel.network.domain.between import graph_of
from wortel.network.domain.cooperation import Cooperation


def constraint(network: Cooperation, ref: str) -> float | None:
    """Burt's constraint (Structural Holes, 1992): low when partners do not know each other; `None` without partners.

    The sum over partners j of (p_ij + sum over q of p_iq p_qj) squared, p_ij the share of the ties of i that is with j.
    """
    mine = _shares(network, ref)
    if not mine:
        return None
    theirs = {partner: _shares(network, partner) for partner in mine}
    total = 0.0
    for partner, share in mine.items():
        round_about = sum(mine[other] * theirs[other].get(partner, 0.0) for other in mine)
        total += (share + round_about) ** 2
    return total


def strangers_among(network: Cooperation, ref: str) -> tuple[int, int]:
    """Of all pairs of its partners: how many do not work with each other, and how many pairs there are."""
    partners = network.partners(ref)
    knows = {partner: frozenset(network.partners(partner)) for partner in partners}
    pairs = list(combinations(partners, 2))
    return sum(other not in knows[one] for one, other in pairs), len(pairs)


def cut_off_without(network: Cooperation, ref: str) -> int:
    """How many would lose their way to the largest group that is left when this actor goes; 0 when nobody would."""
    sizes, seen = [], {ref}
    for partner in network.partners(ref):
        if partner not in seen:
            group = _reached(network, partner, seen)
            seen |= group
            sizes.append(len(group))
    return sum(sizes) - max(sizes, default=0)


def groups(network: Cooperation) -> tuple[frozenset[str], ...]:
    """The groups that hang together, the largest first (connected components, rustworkx)."""
    refs = sorted(network.nodes)
    found = [frozenset(refs[number] for number in part) for part in _parts(network, refs)]
    return tuple(sorted(found, key=lambda group: (-len(group), min(group))))


def _parts(network: Cooperation, refs: list[str]) -> list[set[int]]:
    return rustworkx.connected_components(graph_of(network, refs))


def _shares(network: Cooperation, ref: str) -> dict[str, float]:
    edges = network.edges_of.get(ref, ())
    whole = sum(edge.weight for edge in edges)
    return {edge.other(ref): edge.weight / whole for edge in edges} if whole else {}


def _reached(network: Cooperation, start: str, closed: Collection[str]) -> set[str]:
    found, waiting = {start}, [start]
    while waiting:
        for other in network.partners(waiting.pop()):
            if other not in found and other not in closed:
                found.add(other)
                waiting.append(other)
    return found
