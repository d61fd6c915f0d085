"""What organisations are called, for rooms below the actors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from wortel.actors.public import actor_names


def names(refs: Iterable[str]) -> Mapping[str, str]:
    """Name by ref of the actors that are known. One query."""
    return actor_names(refs)
