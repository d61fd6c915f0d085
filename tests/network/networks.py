"""Small networks to reckon with, and random ones."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from random import Random

from wortel.network.domain.cooperation import Cooperation, Node
from wortel.network.domain.ties import PARTNER, Edge, Tie


def node(ref: str, *, sector: str = "society", is_fictional: bool = False, **changes: object) -> Node:
    given = {"name": ref.upper(), "kind": "association", "nis": "13003", **changes}
    return Node(ref=ref, sector=sector, is_fictional=is_fictional, **given)  # type: ignore[arg-type]


def edge(a: str, b: str, weight: int = 1) -> Edge:
    one, other = min(a, b), max(a, b)
    return Edge(one, other, (Tie(one, other, PARTNER),), weight)


def network(pairs: Iterable[tuple[str, str]], *, weights: dict[tuple[str, str], int] | None = None) -> Cooperation:
    edges = [edge(a, b, (weights or {}).get((a, b), 1)) for a, b in pairs]
    return Cooperation.of({ref: node(ref) for each in edges for ref in (each.a, each.b)}, edges)


def random_network(seed: int, size: int, chance: float) -> Cooperation:
    """Every pair is tied by that chance, with a weight from 1 to 5."""
    random = Random(seed)
    names = [f"a{number:03d}" for number in range(size)]
    pairs = [pair for pair in combinations(names, 2) if random.random() < chance]
    return network(pairs, weights={pair: random.randint(1, 5) for pair in pairs})
