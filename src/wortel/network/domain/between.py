"""Betweenness: the share of the shortest ways between two others that pass through an actor.

Exact with rustworkx (the algorithm of Brandes, 2001); above a size, estimated from a sample of starting points
(Brandes and Pich, 2007), with numpy. Both count ways by their number of steps.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
import rustworkx
from numpy.typing import NDArray

from wortel.network.domain.cooperation import Cooperation

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Betweenness:
    """Between 0 and 1 by ref. `sampled` is the number of starting points and `seed` how they were drawn; 0: exact."""

    of: Mapping[str, float]
    sampled: int = 0
    seed: int = 0


def graph_of(network: Cooperation, refs: Sequence[str]) -> rustworkx.PyGraph[str, int]:
    """The network as rustworkx knows it; the number of a node is its place among `refs`."""
    place = {ref: number for number, ref in enumerate(refs)}
    graph: rustworkx.PyGraph[str, int] = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(list(refs))
    graph.add_edges_from(
        [(place[edge.a], place[edge.b], edge.weight) for edge in network.edges if {edge.a, edge.b} <= place.keys()]
    )
    return graph


def betweenness(network: Cooperation, *, exact_up_to: int, sampled_from: int, seed: int) -> Betweenness:
    """Of every actor in the network: exact, or estimated when there are more than `exact_up_to`."""
    refs = sorted(network.nodes)
    if len(refs) <= exact_up_to:
        found = rustworkx.betweenness_centrality(graph_of(network, refs), normalized=True)
        return Betweenness({ref: found[number] for number, ref in enumerate(refs)})
    starts = sorted(Random(seed).sample(range(len(refs)), min(sampled_from, len(refs))))  # noqa: S311 - not a secret
    values = _from_starts(network, refs, starts)
    return Betweenness(dict(zip(refs, values.tolist(), strict=True)), len(starts), seed)


def _from_starts(network: Cooperation, refs: Sequence[str], starts: Sequence[int]) -> Floats:
    """The mean over these starting points, scaled to all of them."""
    size = len(refs)
    first, to = _rows(network, refs)
    total = np.zeros(size)
    for start in starts:
        total += _from(start, size, first, to)
    # Of each pair both directions were counted, in a network of (size - 1)(size - 2) ordered pairs.
    return total * (size / len(starts)) / max(1, (size - 1) * (size - 2))


def _rows(network: Cooperation, refs: Sequence[str]) -> tuple[Ints, Ints]:
    """For each node where its neighbours begin in `to` (compressed sparse rows)."""
    place = {ref: number for number, ref in enumerate(refs)}
    ends = np.array([(place[edge.a], place[edge.b]) for edge in network.edges], dtype=np.int64).reshape(-1, 2)
    both = np.concatenate((ends, ends[:, ::-1]))
    both = both[np.lexsort((both[:, 1], both[:, 0]))]
    first = np.searchsorted(both[:, 0], np.arange(len(refs) + 1))
    return first.astype(np.int64), both[:, 1].copy()


def _from(start: int, size: int, first: Ints, to: Ints) -> Floats:
    """What this starting point adds to each node: forward layer by layer counting ways, then back sharing them out."""
    steps = np.full(size, -1, dtype=np.int64)
    ways = np.zeros(size)
    steps[start], ways[start] = 0, 1.0
    layers: list[tuple[Ints, Ints]] = []
    here = np.array([start], dtype=np.int64)
    while here.size:
        source, target = _steps_out(here, first, to)
        steps[target[steps[target] < 0]] = len(layers) + 1
        onward = steps[target] == len(layers) + 1
        source, target = source[onward], target[onward]
        np.add.at(ways, target, ways[source])
        layers.append((source, target))
        here = np.unique(target)
    added = np.zeros(size)
    for source, target in reversed(layers):
        np.add.at(added, source, ways[source] / ways[target] * (1 + added[target]))
    added[start] = 0.0
    return added


def _steps_out(here: Ints, first: Ints, to: Ints) -> tuple[Ints, Ints]:
    """Every edge that leaves these nodes: where from, where to."""
    counts = first[here + 1] - first[here]
    source = np.repeat(here, counts)
    offsets = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    return source, to[np.repeat(first[here], counts) + offsets]
