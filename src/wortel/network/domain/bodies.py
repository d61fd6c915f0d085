"""Which intermunicipal bodies the municipalities asked for already share."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SharedBody:
    """A body, which of the municipalities it works for (codes of today), which not, and how many others it serves."""

    ref: str
    covered: tuple[str, ...]
    left_out: tuple[str, ...]
    others: int


def shared_bodies(towns_of: Mapping[str, Collection[str]], asked: Collection[str]) -> tuple[SharedBody, ...]:
    """The bodies that work for at least one of these, those of most of them first.

    `towns_of` says for which municipalities each body works.
    """
    wanted = sorted(asked)
    found = []
    for ref, towns in towns_of.items():
        covered = tuple(nis for nis in wanted if nis in towns)
        if covered:
            left_out = tuple(nis for nis in wanted if nis not in towns)
            found.append(SharedBody(ref, covered, left_out, len(set(towns)) - len(covered)))
    return tuple(sorted(found, key=lambda body: (-len(body.covered), body.others, body.ref)))
