"""Who says what of an actor, field by field, and how that changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wortel.actors.domain.profile import Told
from wortel.actors.pages.words import status_label
from wortel.actors.queries.names_of_places import municipality_name, name_of_area
from wortel.actors.queries.profile import ActorProfile
from wortel.actors.queries.records import RecordVersion
from wortel.actors.wording import kind_label, say, scheme_label, sector_label
from wortel.kernel.reason import Reason

LONGEST_RAW = 400
_FIELDS = {
    "name": gettext_noop("Naam"),
    "alt_names": gettext_noop("Andere namen"),
    "former_names": gettext_noop("Vroegere namen"),
    "kind": gettext_noop("Soort"),
    "sector": gettext_noop("Sector"),
    "status": gettext_noop("Toestand"),
    "website": gettext_noop("Website"),
    "address": gettext_noop("Adres"),
    "postcode": gettext_noop("Postcode"),
    "place": gettext_noop("Plaats"),
    "nis": gettext_noop("Gemeente"),
    "identifiers": gettext_noop("Nummers"),
    "roles": gettext_noop("Rollen"),
    "working_areas": gettext_noop("Werkingsgebied"),
}


@dataclass(frozen=True, slots=True)
class Telling:
    """One value as one source gives it; `record` points at the row it comes from."""

    value: str
    source: str
    stated_on: str
    licence: str
    said_by: str
    record: int


@dataclass(frozen=True, slots=True)
class FieldTold:
    """Everything that is said of one field; `disagrees`: two sources cannot both be right."""

    label: str
    disagrees: bool
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a record, with the row as it stood in the file and what was mended in it."""

    id: int
    source: str
    stands: bool
    file_name: str
    row: int
    stated_on: str
    licence: str
    source_url: str
    brought_at: datetime
    ended_at: datetime | None
    raw: tuple[tuple[str, str], ...]
    repairs: tuple[str, ...]


def tellings(about: ActorProfile) -> list[FieldTold]:
    """Per field every value with its source; the most trusted first."""
    record_of = {record.id: record for record in about.records}
    return [
        FieldTold(
            label=_(_FIELDS[field]),
            disagrees=field in about.conflicts,
            tellings=tuple(_telling(field, told, record_of[told.record_id]) for told in said),
        )
        for field, said in about.told.items()
        if field in _FIELDS
    ]


def history(records: tuple[RecordVersion, ...]) -> list[Version]:
    """Every version, the newest first."""
    return [
        Version(
            id=record.id,
            source=record.source_name,
            stands=record.stands,
            file_name=record.file_name,
            row=record.row,
            stated_on=record.stated_on,
            licence=record.licence,
            source_url=record.source_url,
            brought_at=record.brought_at,
            ended_at=record.ended_at,
            raw=() if _is_taken_back(record) else _cells(record),
            repairs=tuple(say(Reason.of(key, **_tuples(parameters))) for _field, key, parameters in record.repairs),
        )
        for record in reversed(records)
    ]


def _is_taken_back(record: RecordVersion) -> bool:
    """What an organisation said of itself and says no more is not shown: it may have had its reasons."""
    return record.is_own and not record.stands


def _cells(record: RecordVersion) -> tuple[tuple[str, str], ...]:
    return tuple((name, _short(value)) for name, value in record.raw.items() if value not in (None, ""))


def _telling(field: str, told: Told, record: RecordVersion) -> Telling:
    shown = _SHOWN.get(field, str)
    return Telling(
        value=shown(told.value),
        source=record.source_name,
        stated_on=told.stated_on,
        licence=record.licence,
        said_by=told.said_by if told.said_by != record.source_name else "",
        record=record.id,
    )


def _tuples(parameters: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in parameters.items()}


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= LONGEST_RAW else f"{text[:LONGEST_RAW]}…"


def _each(show: Callable[[str, str], str]) -> Callable[[str], str]:
    """For values written "scheme value; scheme value"."""
    return lambda text: "; ".join(show(*part.split(" ", 1)) if " " in part else part for part in text.split("; "))


_SHOWN: Mapping[str, Callable[[str], str]] = {
    "kind": kind_label,
    "sector": sector_label,
    "status": status_label,
    "nis": lambda nis: f"{municipality_name(nis) or _('onbekend')} ({nis})",
    "identifiers": _each(lambda scheme, value: f"{scheme_label(scheme)} {value}"),
    "working_areas": _each(lambda scheme, area: name_of_area(scheme, area) or area),
}
