"""Where each actor stands in the picture: group by group, packed in rows, the same every time."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin, sqrt

import rustworkx

from wortel.network.domain.between import graph_of
from wortel.network.domain.cooperation import Cooperation
from wortel.network.domain.holes import groups

SEED = 4
STEP, ROUNDS, WIDE = 80.0, 400, 2.0
"""Distance between two actors in the picture, rounds of the springs, and how much wider than high it may be."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The middle of each actor in units of the picture, and how wide and high that is."""

    places: Mapping[str, tuple[int, int]]
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class _Block:
    places: Mapping[str, tuple[float, float]]
    width: float
    height: float


def strongest(network: Cooperation, refs: Collection[str], first: Collection[str], most: int) -> tuple[str, ...]:
    """Of these actors the ones to draw when there are more than `most`: those in `first`, then by weight of ties."""
    found = [ref for ref in refs if ref in network.nodes]
    ordered = sorted(found, key=lambda ref: (ref not in first, -network.strength(ref), ref))
    return tuple(sorted(ordered[:most]))


def laid_out(network: Cooperation, refs: Sequence[str]) -> Layout:
    """The picture of these actors and the edges among them; whoever has no edge among them stands in a row below."""
    drawn = Cooperation.of({ref: network.nodes[ref] for ref in refs}, network.among(refs))
    blocks = [_block(drawn, sorted(group)) for group in groups(drawn)]
    blocks += [_Block({ref: (STEP / 2, STEP / 2)}, STEP, STEP) for ref in sorted(refs) if ref not in drawn.nodes]
    return _packed(blocks)


def _block(network: Cooperation, refs: list[str]) -> _Block:
    """One group by itself: its hub in the middle when it is a star, else by springs from a fixed start."""
    hub = max(refs, key=lambda ref: len(network.partners(ref)))
    if len(network.edges_of[hub]) == len(refs) - 1 and len(network.among(refs)) == len(refs) - 1:
        points = _star(hub, refs)
    else:
        points = _sprung(network, refs)
    left, top = min(x for x, _ in points.values()), min(y for _, y in points.values())
    places = {ref: (x - left + STEP / 2, y - top + STEP / 2) for ref, (x, y) in points.items()}
    return _Block(places, max(x for x, _ in places.values()) + STEP / 2, max(y for _, y in places.values()) + STEP / 2)


def _star(hub: str, refs: list[str]) -> dict[str, tuple[float, float]]:
    others = [ref for ref in refs if ref != hub]
    radius = max(STEP, STEP * len(others) / (2 * pi))
    turn = 2 * pi / len(others)
    found = {ref: (radius * cos(n * turn - 0.3), radius * sin(n * turn - 0.3)) for n, ref in enumerate(others)}
    return {hub: (0.0, 0.0), **found}


def _sprung(network: Cooperation, refs: list[str]) -> dict[str, tuple[float, float]]:
    size = STEP * sqrt(len(refs))
    circle = {n: (cos(2 * pi * n / len(refs)), sin(2 * pi * n / len(refs))) for n in range(len(refs))}
    found = rustworkx.spring_layout(graph_of(network, refs), pos=circle, num_iter=ROUNDS, seed=SEED)
    xs, ys = [found[n][0] for n in range(len(refs))], [found[n][1] for n in range(len(refs))]
    wide, high = max(xs) - min(xs) or 1.0, max(ys) - min(ys) or 1.0
    return {
        ref: (2 * size * (found[n][0] - min(xs)) / wide, 1.4 * size * (found[n][1] - min(ys)) / high)
        for n, ref in enumerate(refs)
    }


def _packed(blocks: Sequence[_Block]) -> Layout:
    """Rows of blocks, the largest first, about twice as wide as high."""
    area = sum(block.width * block.height for block in blocks)
    limit = max([sqrt(area * WIDE), *(block.width for block in blocks)], default=STEP)
    places: dict[str, tuple[int, int]] = {}
    left = top = row = widest = 0.0
    for block in sorted(blocks, key=lambda block: (-block.height, min(block.places))):
        if left and left + block.width > limit:
            left, top, row = 0.0, top + row, 0.0
        places.update({ref: (round(left + x), round(top + y)) for ref, (x, y) in block.places.items()})
        left, row = left + block.width, max(row, block.height)
        widest = max(widest, left)
    return Layout(places, max(1, round(widest)), max(1, round(top + row)))
