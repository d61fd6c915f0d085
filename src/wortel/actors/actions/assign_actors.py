"""Decides which actor a new record speaks about: one we know, or a new one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from wortel.actors.domain.linking import actor_ref, is_site, means_the_same, same_actor_keys
from wortel.actors.domain.statement import ActorStatement, statement_of
from wortel.actors.models import Actor, Identifier
from wortel.intake.public import Record, Source

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A record about an actor that nobody spoke of before, with what was read in it; not saved yet."""

    record: Record
    source: Source
    statement: ActorStatement


@dataclass(slots=True)
class _Known:
    """An actor as far as recognising it goes."""

    ref: str
    kind: str
    is_fictional: bool
    sources: set[str] = field(default_factory=set)


def assign_actors(records: Sequence[Record]) -> Mapping[str, Sequence[Newcomer]]:
    """Sets `subject` of unsaved records to the ref of the actor they speak about, in three queries for all of them.

    Returns the actors that nobody spoke of before, each with all that is said of it: these records.

    A record joins the first actor that shares its surest number (`linking.same_actor_keys`); records of one call see
    each other in their order. Fictional and real records never meet. Others get a ref made from source and key; in the
    unlikely case that another actor has it, a longer one.
    """
    newcomers: dict[str, list[Newcomer]] = {}
    statements = [statement_of(record.values) for record in records]
    pairs = [same_actor_keys(statement) for statement in statements]
    sources = {source.pk: source for source in Source.objects.filter(pk__in={record.source_id for record in records})}
    known = _known_by(pair for found in pairs for pair in found)
    refs = [_own_ref(record, sources[record.source_id]) for record in records]
    taken = set(Actor.objects.filter(ref__in=refs).values_list("ref", flat=True))
    for record, statement, keys, ref in zip(records, statements, pairs, refs, strict=True):
        source = sources[record.source_id]
        actor = _recognised(statement, keys, known, source)
        if actor is None:
            free = ref if ref not in taken else _own_ref(record, source, length=16)
            taken.add(free)
            actor = _Known(free, statement.kind, source.is_fictional)
            newcomers[free] = []
        if actor.ref in newcomers:
            newcomers[actor.ref].append(Newcomer(record, source, statement))
        actor.sources.add(source.key)
        record.subject = actor.ref
        for pair in keys:
            if actor not in known[pair]:
                known[pair].append(actor)
    return newcomers


def _own_ref(record: Record, source: Source, length: int = 10) -> str:
    return actor_ref(source.key, record.key, is_fictional=source.is_fictional, length=length)


def _known_by(pairs: Iterable[Pair]) -> dict[Pair, list[_Known]]:
    """The actors that have one of these identifiers, oldest first."""
    wanted = set(pairs)
    schemes, values = {scheme for scheme, _ in wanted}, {value for _, value in wanted}
    rows = (
        # By scheme too, though the pairs are sifted below: the index begins with it.
        Identifier.objects.filter(scheme__in=schemes, value__in=values, is_valid=True)
        .order_by("actor_id")
        .values_list("scheme", "value", "actor__ref", "actor__kind", "actor__is_fictional", "actor__sources")
    )
    actors: dict[str, _Known] = {}
    found: dict[Pair, list[_Known]] = defaultdict(list)
    for scheme, value, ref, kind, is_fictional, sources in rows:
        if (scheme, value) in wanted:
            keys = set(filter(None, sources.split("|")))
            found[scheme, value].append(actors.setdefault(ref, _Known(ref, kind, is_fictional, keys)))
    return found


def _recognised(
    statement: ActorStatement, keys: Iterable[Pair], known: dict[Pair, list[_Known]], source: Source
) -> _Known | None:
    site = is_site(statement)
    for pair in keys:
        for actor in known[pair]:
            if actor.is_fictional == source.is_fictional and means_the_same(
                pair[0], statement.kind, actor.kind, same_source=source.key in actor.sources, is_site=site
            ):
                return actor
    return None
