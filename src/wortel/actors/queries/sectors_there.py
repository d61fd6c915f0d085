"""Which sectors are known where, in the real world and in the invented one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from wortel.actors.models import Actor
from wortel.actors.queries.located import GONE

SectorsOf = Mapping[str, frozenset[str]]
"""Sectors by municipality of today's map."""


def sectors_there() -> tuple[SectorsOf, SectorsOf]:
    """The helix sectors of which someone works on in each municipality: of real actors, and of invented ones.

    Who has no place or sector does not count. One statement.
    """
    rows = Actor.objects.exclude(status__in=GONE).exclude(nis="").exclude(sector="")
    found: tuple[dict[str, set[str]], dict[str, set[str]]] = (defaultdict(set), defaultdict(set))
    for nis, sector, is_fictional in rows.order_by().values_list("nis", "sector", "is_fictional").distinct():
        found[is_fictional][nis].add(sector)
    real, invented = ({nis: frozenset(keys) for nis, keys in world.items()} for world in found)
    return real, invented
