"""Whom to think of first when an alliance begins: every municipality itself, the bodies they share, some per sector."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from wortel.alliances.domain.problem import HELIX

PER_SECTOR = 3
MUNICIPALITY = "municipality"


class Known(Protocol):
    """An actor as far as this needs it."""

    @property
    def ref(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def sector(self) -> str: ...
    @property
    def is_claimed(self) -> bool: ...


def to_invite(actors: Sequence[Known], bodies: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Refs with their sector: municipalities, shared bodies, then per sector those who look after their own page first.

    `actors` come sorted by name; nobody is named twice.
    """
    found = {actor.ref: actor.sector for actor in actors if actor.kind == MUNICIPALITY}
    found |= {ref: "government" for ref in sorted(bodies) if ref not in found}
    for sector in HELIX:
        if sector == "government" and found:
            continue
        others = [actor for actor in actors if actor.sector == sector and actor.ref not in found]
        for actor in sorted(others, key=lambda actor: not actor.is_claimed)[:PER_SECTOR]:
            found[actor.ref] = sector
    return tuple(found.items())
