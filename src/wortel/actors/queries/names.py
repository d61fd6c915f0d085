"""What actors are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from wortel.actors.models import Actor


def actor_names(refs: Iterable[str]) -> Mapping[str, str]:
    """The name of each of these actors, by ref; one that is not known is left out. One query."""
    return dict(Actor.objects.filter(ref__in=set(refs)).values_list("ref", "name"))
