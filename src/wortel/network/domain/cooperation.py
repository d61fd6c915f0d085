"""Who works with whom: a network of actors, in which the invented and the real never meet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from wortel.network.domain.ties import Edge


@dataclass(frozen=True, slots=True)
class Node:
    """An actor in the network; `is_place`: a municipality that bodies work for, without an actor of its own."""

    ref: str
    name: str
    kind: str
    sector: str
    nis: str
    is_fictional: bool
    is_place: bool = False


@dataclass(frozen=True, slots=True)
class Cooperation:
    """The network of one day: only who is tied to somebody stands in it."""

    nodes: Mapping[str, Node]
    edges: tuple[Edge, ...]
    edges_of: Mapping[str, tuple[Edge, ...]]
    partners_of: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, nodes: Mapping[str, Node], edges: Iterable[Edge]) -> Cooperation:
        """Edges to whoever is not among the nodes fall away, and so do edges between the invented and the real."""
        kept = tuple(
            edge
            for edge in sorted(edges, key=lambda edge: (edge.a, edge.b))
            if edge.a in nodes and edge.b in nodes and nodes[edge.a].is_fictional == nodes[edge.b].is_fictional
        )
        edges_of: dict[str, list[Edge]] = defaultdict(list)
        for edge in kept:
            edges_of[edge.a].append(edge)
            edges_of[edge.b].append(edge)
        tied = {ref: nodes[ref] for ref in sorted(edges_of)}
        partners_of = {ref: tuple(edge.other(ref) for edge in found) for ref, found in edges_of.items()}
        return cls(tied, kept, {ref: tuple(found) for ref, found in edges_of.items()}, partners_of)

    def partners(self, ref: str) -> tuple[str, ...]:
        """Who works with this actor; nobody when it stands alone."""
        return self.partners_of.get(ref, ())

    def strength(self, ref: str) -> int:
        """What all its ties weigh together."""
        return sum(edge.weight for edge in self.edges_of.get(ref, ()))

    def around(self, refs: Collection[str]) -> frozenset[str]:
        """These actors as far as they are tied, and everyone they work with."""
        tied = {ref for ref in refs if ref in self.nodes}
        return frozenset(tied.union(*(self.partners(ref) for ref in tied)))

    def among(self, refs: Collection[str]) -> tuple[Edge, ...]:
        """The edges of which both ends are among these."""
        kept = frozenset(refs)
        return tuple(edge for edge in self.edges if edge.a in kept and edge.b in kept)

    def touching(self, refs: Collection[str]) -> tuple[Edge, ...]:
        """The edges with at least one end among these, in the order of the refs."""
        found = {(edge.a, edge.b): edge for ref in refs for edge in self.edges_of.get(ref, ())}
        return tuple(found[pair] for pair in sorted(found))
