"""What real actors are called, municipality by municipality: so that nothing invented takes the name of a neighbour."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from wortel.actors.models import Actor, Name
from wortel.kernel.text import folded


def real_names() -> Mapping[str, frozenset[str]]:
    """Names of real actors on today's map, folded, by municipality code; former and other names too. Two queries."""
    found: dict[str, set[str]] = defaultdict(set)
    names = Name.objects.filter(actor__is_fictional=False).values_list("actor__nis", "name")
    for rows in (Actor.objects.filter(is_fictional=False).values_list("nis", "name"), names):
        for nis, name in rows.iterator():
            found[nis].add(folded(name))
    return {nis: frozenset(known) for nis, known in found.items()}
