"""One actor for programs: everything known, and for every value who says it."""

from datetime import date, datetime
from typing import Annotated, Any

from django.http import HttpResponse
from django.utils.translation import gettext
from ninja import Path, Schema
from pydantic import Field

from wortel.actors.api_directory import questions
from wortel.actors.api_shapes import ActorOut
from wortel.actors.domain.profile import Told
from wortel.actors.queries.profile import ActorGone, ActorProfile, NoSuchActor, profile
from wortel.actors.queries.records import RecordVersion
from wortel.shell.api.problems import not_there
from wortel.shell.api.questions import flag_fictional
from wortel.shell.api.values import KEY, Key, described

Ref = Annotated[Key, described(KEY, "Name of the actor", "a-7k2m9p")]
SOURCE = "Key of the source that says so"


class NameOut(Schema):
    """Another name."""

    name: str
    kind: str = Field(description="former, other or site")
    source: str = Field(description=SOURCE)


class IdentifierOut(Schema):
    """A number or address by which a register knows the actor; kept also when its check fails."""

    scheme: str = Field(examples=["kbo"])
    value: str = Field(description="In the scheme's own normal form")
    raw: str = Field(description="As the source wrote it")
    is_valid: bool
    source: str = Field(description=SOURCE)


class SiteOut(Schema):
    """A place where the actor works; `nis` is the code its source used."""

    name: str
    address: str
    postcode: str
    place: str
    nis: str
    precision: str
    is_main: bool
    source: str = Field(description=SOURCE)


class RoleOut(Schema):
    """A role for a while; `valid_to` is the first day it no longer holds; null is unknown."""

    role: str
    valid_from: date | None
    valid_to: date | None
    note: str
    source: str = Field(description=SOURCE)


class WorkingAreaOut(Schema):
    """An area the actor works for: `gemeente` with a NIS code, or a scheme of the territory with an area code."""

    scheme: str
    area: str
    source: str = Field(description=SOURCE)


class ToldOut(Schema):
    """One value of one field, and who says it."""

    value: str
    source: str = Field(description=SOURCE)
    stated_on: str = Field(description="The date of the source, as printed")
    said_by: str = Field(description="Where the source itself has it from")


class RecordOut(Schema):
    """One version of what a source says; `ended_at` is null while it stands."""

    source: str
    source_name: str
    source_url: str
    licence: str
    key: str = Field(description="The source's own name for it")
    file_name: str
    row: int
    stated_on: str
    brought_at: datetime
    ended_at: datetime | None


class ActorDetail(ActorOut):
    """One actor whole. `provenance` has per field everything that is said of it, the most trusted first."""

    names: list[NameOut]
    identifiers: list[IdentifierOut]
    sites: list[SiteOut]
    roles: list[RoleOut]
    working_areas: list[WorkingAreaOut]
    provenance: dict[str, list[ToldOut]]
    conflicts: list[str] = Field(description="Fields in which two sources differ; both stay in `provenance`")
    records: list[RecordOut] = Field(description="Every version of every record, the oldest first")


@questions.get("/actors/{ref}", ActorDetail, summary="One actor, with who says what")
def show_actor(response: HttpResponse, ref: Path[Ref]) -> dict[str, Any]:
    """An institution with its identifiers, sites, names and roles, the provenance of each field, and its history."""
    try:
        found = profile(ref)
    except NoSuchActor as none:
        raise not_there(gettext("Er is geen actor met deze naam.")) from none
    except ActorGone as gone:
        raise not_there(gettext("Deze actor staat in geen enkele bron meer.")) from gone
    flag_fictional(response, found.actor.is_fictional)
    return {**_line(found), **_parts(found)}


def _line(found: ActorProfile) -> dict[str, Any]:
    return {name: getattr(found.actor, name) for name in ActorOut.model_fields}


def _parts(found: ActorProfile) -> dict[str, Any]:
    return {
        "names": found.names,
        "identifiers": found.numbers,
        "sites": found.sites,
        "roles": found.roles,
        "working_areas": found.areas,
        "provenance": {field: [_told(said) for said in all_said] for field, all_said in found.told.items()},
        "conflicts": sorted(found.conflicts),
        "records": [_record(record) for record in found.records],
    }


def _told(said: Told) -> dict[str, str]:
    return {"value": said.value, "source": said.source, "stated_on": said.stated_on, "said_by": said.said_by}


def _record(record: RecordVersion) -> dict[str, Any]:
    return {name: getattr(record, name) for name in RecordOut.model_fields}
