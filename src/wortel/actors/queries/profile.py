"""Everything about one actor, with who says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wortel.actors.domain.profile import Told, conflicts, provenance
from wortel.actors.domain.standing import StandingStatement
from wortel.actors.domain.statement import statement_of
from wortel.actors.models import Actor, Identifier, Name, Role, Site, WorkingArea
from wortel.actors.queries.directory import Listed, listed
from wortel.actors.queries.records import RecordVersion, record_versions


@dataclass(frozen=True, slots=True)
class KnownName:
    """Another name: former, other or that of a site; and who gives it."""

    name: str
    kind: str
    source: str


@dataclass(frozen=True, slots=True)
class KnownNumber:
    """A number, whether its check holds, and who gives it."""

    scheme: str
    value: str
    raw: str
    is_valid: bool
    source: str


@dataclass(frozen=True, slots=True)
class KnownSite:
    """A place where the actor works; `nis` is the code its source used."""

    name: str
    address: str
    postcode: str
    place: str
    nis: str
    precision: str
    is_main: bool
    source: str


@dataclass(frozen=True, slots=True)
class KnownRole:
    """A role, its days as far as they are known (the end excluded), and who says so."""

    role: str
    valid_from: date | None
    valid_to: date | None
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class KnownArea:
    """An area the actor works for, and who says so."""

    scheme: str
    area: str
    source: str


@dataclass(frozen=True, slots=True)
class ActorProfile:
    """One actor whole. `told` says per field who says what; `conflicts` are the fields where two sources differ."""

    actor: Listed
    names: tuple[KnownName, ...]
    numbers: tuple[KnownNumber, ...]
    sites: tuple[KnownSite, ...]
    roles: tuple[KnownRole, ...]
    areas: tuple[KnownArea, ...]
    records: tuple[RecordVersion, ...]
    told: Mapping[str, tuple[Told, ...]]
    conflicts: Mapping[str, tuple[Told, ...]]


class ActorGone(LookupError):
    """Records once spoke of this actor, and none does any more."""

    def __init__(self, records: tuple[RecordVersion, ...]) -> None:
        super().__init__(records[-1].key)
        self.records = records


class NoSuchActor(LookupError):
    """No actor ever had this reference."""


def profile(ref: str) -> ActorProfile:
    """The actor with this reference; eight statements. Raises `ActorGone`, `NoSuchActor`."""
    records = record_versions(ref)
    actor = Actor.objects.filter(ref=ref).first()
    if actor is None:
        raise ActorGone(records) if records else NoSuchActor(ref)
    source_of = {record.id: record.source for record in records}
    standing = [_standing(record) for record in records if record.stands]
    return ActorProfile(
        actor=listed([actor.pk])[0],
        names=_names(actor, source_of),
        numbers=_numbers(actor, source_of),
        sites=_sites(actor, source_of),
        roles=_roles(actor, source_of),
        areas=_areas(actor, source_of),
        records=records,
        told=provenance(standing),
        conflicts=conflicts(standing),
    )


def _standing(record: RecordVersion) -> StandingStatement:
    return StandingStatement(
        record_id=record.id,
        source=record.source,
        key=record.key,
        statement=statement_of(record.values),
        stated_on=record.stated_on,
        is_own=record.is_own,
        is_fictional=record.is_fictional,
    )


def _names(actor: Actor, source_of: Mapping[int, str]) -> tuple[KnownName, ...]:
    rows = Name.objects.filter(actor=actor).order_by("kind", "name", "id")
    return tuple(KnownName(row.name, row.kind, source_of.get(row.record_id, "")) for row in rows)


def _numbers(actor: Actor, source_of: Mapping[int, str]) -> tuple[KnownNumber, ...]:
    rows = Identifier.objects.filter(actor=actor).order_by("scheme", "value", "id")
    return tuple(
        KnownNumber(row.scheme, row.value, row.raw, row.is_valid, source_of.get(row.record_id, "")) for row in rows
    )


def _sites(actor: Actor, source_of: Mapping[int, str]) -> tuple[KnownSite, ...]:
    rows = Site.objects.filter(actor=actor).order_by("-is_main", "id")
    return tuple(
        KnownSite(
            name=row.name,
            address=" ".join(filter(None, (row.street, row.house_number))),
            postcode=row.postcode,
            place=row.place,
            nis=row.municipality_id or "",
            precision=row.precision,
            is_main=row.is_main,
            source=source_of.get(row.record_id, ""),
        )
        for row in rows
    )


def _roles(actor: Actor, source_of: Mapping[int, str]) -> tuple[KnownRole, ...]:
    rows = Role.objects.filter(actor=actor).order_by("valid_from", "role", "id")
    return tuple(
        KnownRole(row.role, row.valid_from, row.valid_to, row.note, source_of.get(row.record_id, "")) for row in rows
    )


def _areas(actor: Actor, source_of: Mapping[int, str]) -> tuple[KnownArea, ...]:
    rows = WorkingArea.objects.filter(actor=actor).order_by("scheme", "area", "id")
    return tuple(KnownArea(row.scheme, row.area, source_of.get(row.record_id, "")) for row in rows)
