"""Loads the public bodies that come with the platform, through the same intake as any register."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import datetime

from wortel.actors.adapter import ActorAdapter
from wortel.actors.domain.whereabouts import newest_day
from wortel.intake.public import Request, RowLike, TableLike, naming, take_in
from wortel.shell.places import reference_folder
from wortel.territory.domain.timeline import Timeline
from wortel.territory.public import timeline
from wortel.trail.public import By

AREAS, INSTITUTIONS = "wortel-gebieden", "wortel-instellingen"
SEATS: Mapping[str, str] = {"10000": "11002", "20001": "24062", "30000": "31005", "40000": "44021", "70000": "71072"}
"""Province code → code of the municipality where its government sits: Antwerpen, Leuven, Brugge, Gent, Hasselt."""

_TITLES = {
    AREAS: "Gemeenten en provincies van Vlaanderen (gebiedstabellen van Wortel)",
    INSTITUTIONS: "Publieke instellingen (handgeschreven lijst van Wortel)",
}
_WRITTEN = "2026-11-21"  # the day the hand-written list was last looked at


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    cells: Mapping[str, str]
    problems: tuple[()] = ()


@dataclass(frozen=True, slots=True)
class _Listed:
    """Rows that were never a file, offered as a table; row 1 is the header."""

    rows: Sequence[Mapping[str, str]]
    notes: tuple[()] = ()

    @property
    def header(self) -> Sequence[str]:
        return list(self.rows[0])

    def __iter__(self) -> Iterator[RowLike]:
        return (_Row(number, cells) for number, cells in enumerate(self.rows, start=2))


def load_directory(by: By, at: datetime) -> int:
    """Makes the shipped directory stand as it is in this version; says how many records changed.

    Safe to repeat: what stands already is left alone. Raises `ImportRefused` when the shipped files are damaged.
    """
    return _load(by, AREAS, governments(timeline()), at) + _load(by, INSTITUTIONS, institutions(), at)


def governments(territory: Timeline) -> list[dict[str, str]]:
    """One row per municipality and province of the newest map."""
    on = newest_day(territory)
    since = territory.map_span(on).start.isoformat()
    rows = [
        {
            "key": place.nis,
            "name": place.name,
            "kind": "Gemeente",
            "municipality": place.name,
            "nis": place.nis,
            "wikidata": place.wikidata,
            "working_area": "",
            "status": "actief",
            "vintage": since,
        }
        for place in territory.municipalities(on)
    ]
    for area in territory.areas("provincie", on):
        seat = territory.municipality(SEATS[area.code], on)
        about = {"key": area.code, "name": f"Provincie {area.name}", "kind": "Provincie", "wikidata": ""}
        where = {"municipality": seat.name, "nis": seat.nis, "working_area": f"provincie {area.name}"}
        rows.append({**about, **where, "status": "actief", "vintage": since})
    return rows


def institutions() -> list[dict[str, str]]:
    """The rows of the hand-written list."""
    path = reference_folder() / "actors" / "public_institutions.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        return [{**row, "vintage": _WRITTEN} for row in csv.DictReader(stream)]


def _load(by: By, source: str, rows: Sequence[Mapping[str, str]], at: datetime) -> int:
    request = Request(
        source=naming(source, title=_TITLES[source], licence="EUPL-1.2; feiten uit openbare bronnen"),
        file_name=f"{source}.csv",
        file_sha256=hashlib.sha256(json.dumps(rows, sort_keys=True).encode()).hexdigest(),
        accept_loss=True,  # what we no longer ship must go, however much it is
    )

    def opened() -> AbstractContextManager[TableLike]:
        return nullcontext(_Listed(rows))

    outcome = take_in(by, request, ActorAdapter(at.date()), opened, at)
    return outcome.added + outcome.changed + outcome.dropped
