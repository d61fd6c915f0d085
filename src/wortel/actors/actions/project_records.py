"""Composes actors anew from the records that stand about them, and lets go of those nobody speaks of any more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Manager, Model

from wortel.actors.domain.profile import Profile, compose
from wortel.actors.domain.standing import StandingStatement
from wortel.actors.domain.statement import statement_of
from wortel.actors.domain.today import NOWHERE, Today, TodayMap
from wortel.actors.models import Actor, Identifier, Name, Role, Site, WorkingArea
from wortel.actors.search.index import drop_actors, index_actors
from wortel.intake.public import Record

KIND = "actors"
OWN_SOURCES = "eigen-"
"""Beginning of the keys of sources through which an institution speaks for itself."""

_PARTS: tuple[Manager[Any], ...] = (Site.objects, Identifier.objects, Name.objects, Role.objects, WorkingArea.objects)
_COMPOSED = [
    "name", "kind", "sector", "status", "website", "is_fictional", "is_claimed", "sources", "nis", "province",
    "region", "postcode", "place", "lat", "lon", "x_km", "y_km", "precision", "updated_at",
]  # fmt: skip


def project_records(refs: Sequence[str], today: TodayMap, at: datetime) -> None:
    """Rebuilds the actors with these refs, their sites, numbers, names, roles and areas, and their place in the index.

    A fixed number of statements for up to some thousands of refs. An actor without standing records disappears; its
    records keep its ref, so that its old address can say what became of it.
    """
    with transaction.atomic():
        standing = _standing(refs)
        _let_go([ref for ref in refs if ref not in standing])
        if not standing:
            return
        old = list(Actor.objects.filter(ref__in=list(standing)).values_list("id", flat=True))
        for parts in _PARTS if old else ():
            parts.filter(actor_id__in=old).delete()
        profiles = {ref: compose(statements) for ref, statements in standing.items()}
        actors = Actor.objects.bulk_create(
            [_actor(ref, profile, today, at) for ref, profile in profiles.items()],
            update_conflicts=True,
            unique_fields=["ref"],
            update_fields=_COMPOSED,
        )
        _add_parts([(actor.pk, profiles[actor.ref]) for actor in actors])
        index_actors([actor.pk for actor in actors])


def _standing(refs: Sequence[str]) -> Mapping[str, list[StandingStatement]]:
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
        for parts in _PARTS:
            parts.filter(actor_id__in=gone).delete()
        Actor.objects.filter(id__in=gone).delete()


def _actor(ref: str, profile: Profile, today: TodayMap, at: datetime) -> Actor:
    main = profile.sites[0].told_by.statement if profile.sites else None
    place: Today = today.place(main) if main else NOWHERE
    return Actor(
        ref=ref,
        name=profile.name,
        kind=profile.kind,
        sector=profile.sector,
        status=profile.status,
        website=profile.website,
        is_fictional=profile.is_fictional,
        is_claimed=profile.is_claimed,
        sources=_listed(profile.sources),
        nis=place.nis,
        province=place.province,
        region=place.region,
        postcode=main.postcode if main else "",
        place=main.place if main else "",
        lat=place.lat,
        lon=place.lon,
        x_km=place.x_km,
        y_km=place.y_km,
        precision=place.precision,
        updated_at=at,
    )


def _listed(sources: Iterable[str]) -> str:
    """`|a|b|`, as many as fit in the column."""
    text = "|"
    for source in sources:
        if len(text) + len(source) + 1 <= 300:
            text += f"{source}|"
    return text


def _add_parts(profiles: Sequence[tuple[int, Profile]]) -> None:
    rows: dict[type[Model], list[Model]] = defaultdict(list)
    for actor_id, profile in profiles:
        for row in _parts_of(actor_id, profile):
            rows[type(row)].append(row)
    for parts in _PARTS:
        if rows[parts.model]:
            parts.bulk_create(rows[parts.model])


def _parts_of(actor_id: int, profile: Profile) -> Iterator[Model]:
    for site in profile.sites:
        said = site.told_by.statement
        yield Site(
            actor_id=actor_id,
            record_id=site.told_by.record_id,
            name=site.name,
            street=said.street,
            house_number=said.house_number,
            postcode=said.postcode,
            place=said.place,
            municipality_id=said.nis or None,
            lat=said.lat,
            lon=said.lon,
            precision=said.precision,
            is_main=site.is_main,
        )
    for record_id, it in profile.identifiers:
        yield Identifier(
            actor_id=actor_id, record_id=record_id, scheme=it.scheme, value=it.value, raw=it.raw, is_valid=it.is_valid
        )
    for name in profile.names:
        yield Name(actor_id=actor_id, record_id=name.record_id, name=name.name, kind=name.kind)
    for record_id, role in profile.roles:
        yield Role(
            actor_id=actor_id,
            record_id=record_id,
            role=role.role,
            valid_from=role.valid_from,
            valid_to=role.valid_to,
            note=role.note,
        )
    for record_id, area in profile.working_areas:
        yield WorkingArea(actor_id=actor_id, record_id=record_id, scheme=area.scheme, area=area.area)
