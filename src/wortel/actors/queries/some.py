"""A few actors, asked by ref or by web domain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wortel.actors.actions.project_records import OWN_SOURCES
from wortel.actors.domain.identifiers import WEB_DOMAIN
from wortel.actors.models import Actor, Identifier
from wortel.actors.queries.directory import Listed, listed


def named_actors(refs: Sequence[str]) -> Mapping[str, Listed]:
    """The actors with these refs, as far as they exist. Two statements."""
    ids = list(Actor.objects.filter(ref__in=refs).values_list("id", flat=True))
    return {actor.ref: actor for actor in listed(ids)}


def on_web_domain(host: str) -> int:
    """How many actors have their website on this host, as registers tell it. One statement."""
    rows = Identifier.objects.filter(scheme=WEB_DOMAIN, value=host)
    rows = rows.exclude(record__source__key__startswith=OWN_SOURCES)
    return rows.order_by().values("actor").distinct().count()
