"""Composes actors anew from the records that stand about them, and lets go of those nobody speaks of any more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any

from django.db import transaction
from django.db.models import Manager

from wortel.actors.actions.assign_actors import Newcomer
from wortel.actors.domain.profile import Profile, compose
from wortel.actors.domain.standing import StandingStatement
from wortel.actors.domain.statement import statement_of
from wortel.actors.domain.today import NOWHERE, Today, TodayMap
from wortel.actors.models import Actor, Identifier, Name, Role, Site, WorkingArea
from wortel.actors.search.index import drop_actors, index_actors
from wortel.intake.public import Record
from wortel.shell.write_rows import Columns, for_database, write_rows

KIND = "actors"
OWN_SOURCES = "eigen-"
"""Beginning of the keys of sources through which an institution speaks for itself."""

NOBODY: Mapping[str, Sequence[Newcomer]] = MappingProxyType({})
_PARTS: tuple[Manager[Any], ...] = (Site.objects, Identifier.objects, Name.objects, Role.objects, WorkingArea.objects)
_ACTOR = Columns(
    Actor,
    (
        "ref", "name", "kind", "sector", "status", "website", "is_fictional", "is_claimed", "sources", "nis",
        "province", "region", "postcode", "place", "lat", "lon", "x_km", "y_km", "precision", "updated_at",
    ),
    key="ref",
)  # fmt: skip
_SITE = Columns(
    Site,
    (
        "actor_id", "record_id", "name", "street", "house_number", "postcode", "place", "municipality_id", "lat", "lon",
        "precision", "is_main",
    ),
)  # fmt: skip
_IDENTIFIER = Columns(Identifier, ("actor_id", "record_id", "scheme", "value", "raw", "is_valid"))
_NAME = Columns(Name, ("actor_id", "record_id", "name", "kind"))
_ROLE = Columns(Role, ("actor_id", "record_id", "role", "valid_from", "valid_to", "note"))
_AREA = Columns(WorkingArea, ("actor_id", "record_id", "scheme", "area"))


def project_records(
    refs: Sequence[str], today: TodayMap, at: datetime, newcomers: Mapping[str, Sequence[Newcomer]] = NOBODY
) -> None:
    """Rebuilds the actors with these refs, their sites, numbers, names, roles and areas, and their place in the index.

    Of `newcomers` (saved by now) everything that is said is known already; of the others it is read from the records.

    A fixed number of statements for up to some thousands of refs. An actor without standing records disappears; its
    records keep its ref, so that its old address can say what became of it.
    """
    with transaction.atomic():
        known = [ref for ref in refs if ref not in newcomers]
        standing = _standing(known)
        _let_go([ref for ref in known if ref not in standing])
        if standing:
            _clear_parts(list(Actor.objects.filter(ref__in=list(standing)).values_list("id", flat=True)))
        for ref in refs:
            if ref in newcomers:
                standing[ref] = [_said_by(newcomer) for newcomer in newcomers[ref]]
        if not standing:
            return
        profiles = {ref: compose(statements) for ref, statements in standing.items()}
        write_rows(_ACTOR, (_actor(ref, profile, today, for_database(at)) for ref, profile in profiles.items()))
        id_of = dict(Actor.objects.filter(ref__in=list(profiles)).values_list("ref", "id"))
        _write_parts({id_of[ref]: profile for ref, profile in profiles.items()})
        index_actors(list(id_of.values()))


def _said_by(newcomer: Newcomer) -> StandingStatement:
    record, source = newcomer.record, newcomer.source
    return StandingStatement(
        record_id=record.pk,
        source=source.key,
        key=record.key,
        statement=newcomer.statement,
        stated_on=record.stated_on,
        is_own=source.key.startswith(OWN_SOURCES),
        is_fictional=source.is_fictional,
    )


def _standing(refs: Sequence[str]) -> dict[str, list[StandingStatement]]:
    if not refs:
        return {}
    rows = Record.objects.filter(subject__in=refs, kind=KIND, ended_by=None).values_list(
        "id", "subject", "source__key", "source__is_fictional", "key", "stated_on", "values"
    )
    found: dict[str, list[StandingStatement]] = defaultdict(list)
    for record_id, ref, source, is_fictional, key, stated_on, values in rows:
        found[ref].append(
            StandingStatement(
                record_id=record_id,
                source=source,
                key=key,
                statement=statement_of(values),
                stated_on=stated_on,
                is_own=source.startswith(OWN_SOURCES),
                is_fictional=is_fictional,
            )
        )
    return found


def _let_go(refs: Sequence[str]) -> None:
    gone = list(Actor.objects.filter(ref__in=refs).values_list("id", flat=True)) if refs else []
    if gone:
        drop_actors(gone)
        _clear_parts(gone)
        Actor.objects.filter(id__in=gone).delete()


def _clear_parts(actor_ids: Sequence[int]) -> None:
    for parts in _PARTS if actor_ids else ():
        parts.filter(actor_id__in=actor_ids).delete()


def _actor(ref: str, profile: Profile, today: TodayMap, updated_at: Any) -> tuple[Any, ...]:
    main = profile.sites[0].told_by.statement if profile.sites else None
    place: Today = today.place(main) if main else NOWHERE
    return (
        ref,
        profile.name,
        profile.kind,
        profile.sector,
        profile.status,
        profile.website,
        profile.is_fictional,
        profile.is_claimed,
        _listed(profile.sources),
        place.nis,
        place.province,
        place.region,
        main.postcode if main else "",
        main.place if main else "",
        place.lat,
        place.lon,
        place.x_km,
        place.y_km,
        place.precision,
        updated_at,
    )


def _listed(sources: Iterable[str]) -> str:
    """`|a|b|`, as many registers as fit in the column; empty for none.

    An institution's own source is left out: `is_claimed` tells it, and a facet of sources with one value for each
    institution would count nothing.
    """
    text = "|"
    for source in sources:
        if not source.startswith(OWN_SOURCES) and len(text) + len(source) + 1 <= 300:
            text += f"{source}|"
    return text if len(text) > 1 else ""


def _write_parts(profiles: Mapping[int, Profile]) -> None:
    write_rows(_SITE, (row for actor_id, profile in profiles.items() for row in _sites(actor_id, profile)))
    for columns, rows_of in ((_IDENTIFIER, _identifiers), (_NAME, _names), (_ROLE, _roles), (_AREA, _areas)):
        write_rows(columns, (row for actor_id, profile in profiles.items() for row in rows_of(actor_id, profile)))


def _sites(actor_id: int, profile: Profile) -> Iterator[tuple[Any, ...]]:
    for site in profile.sites:
        it = site.told_by.statement
        where = (it.street, it.house_number, it.postcode, it.place, it.nis or None, it.lat, it.lon, it.precision)
        yield actor_id, site.told_by.record_id, site.name, *where, site.is_main


def _identifiers(actor_id: int, profile: Profile) -> Iterator[tuple[Any, ...]]:
    for record_id, it in profile.identifiers:
        yield actor_id, record_id, it.scheme, it.value, it.raw, it.is_valid


def _names(actor_id: int, profile: Profile) -> Iterator[tuple[Any, ...]]:
    for it in profile.names:
        yield actor_id, it.record_id, it.name, it.kind


def _roles(actor_id: int, profile: Profile) -> Iterator[tuple[Any, ...]]:
    for record_id, it in profile.roles:
        days = for_database(it.valid_from), for_database(it.valid_to)
        yield actor_id, record_id, it.role, *days, it.note


def _areas(actor_id: int, profile: Profile) -> Iterator[tuple[Any, ...]]:
    for record_id, it in profile.working_areas:
        yield actor_id, record_id, it.scheme, it.area
