"""Reads the tables of `data/territory` into the values the domain works with."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import TypeVar

from wortel.kernel.span import Span
from wortel.territory.domain.gazetteer import Gazetteer
from wortel.territory.domain.places import (
    Area,
    Border,
    Marker,
    Membership,
    Municipality,
    Postcode,
    SubMunicipality,
    Succession,
)
from wortel.territory.domain.register import Register
from wortel.territory.domain.statistics import EVERYONE, Ages, Count, Statistics
from wortel.territory.domain.timeline import Timeline

T = TypeVar("T")
_day = cache(date.fromisoformat)


class TableUnreadable(ValueError):
    """A table is missing, lacks a column, or holds a value that cannot be read; the message says which and where."""


def read_timeline(folder: Path) -> Timeline:
    """The timeline of the tables in the folder. Raises `TableUnreadable`, `GazetteerContradicts`."""
    return Timeline.of(read_gazetteer(folder))


def read_statistics(folder: Path, register: Register) -> Statistics:
    """Inhabitants and pupils of the tables in the folder. Raises `TableUnreadable`."""
    return Statistics.of(
        register,
        _read(folder, "population", "nis age_from age_to ref_date map_on count source", _inhabitants),
        _read(folder, "pupils", "nis level ref_date map_on pupils source", _pupils),
    )


def read_gazetteer(folder: Path) -> Gazetteer:
    """The rows of the tables in the folder, as they stand. Raises `TableUnreadable`."""
    return Gazetteer(
        municipalities=_read(folder, "municipalities", "nis name valid_from valid_to wikidata", _municipality),
        successions=_read(folder, "successions", "on old_nis new_nis", lambda on, *codes: Succession(_day(on), *codes)),
        areas=_read(folder, "areas", "scheme code name former_names", _area),
        memberships=_read(folder, "memberships", "nis scheme area valid_from valid_to precision", _membership),
        postcodes=_read(folder, "postcodes", "postcode place submunicipality nis_2018", _postcode),
        submunicipalities=_read(folder, "submunicipalities", "code name nis_2018 lat lon area_km2", _part),
        borders=_read(folder, "adjacency", "nis_a nis_b valid_from valid_to", _border),
        markers=_read(folder, "points", "nis lat lon area_km2 valid_from valid_to", _marker),
        brussels=dict(_read(folder, "brussels", "nis name", lambda nis, name: (nis, name))),
    )


def _read(folder: Path, table: str, columns: str, build: Callable[..., T]) -> tuple[T, ...]:
    """One value per row, built from the named columns. Raises `TableUnreadable`."""
    path = folder / f"{table}.csv"
    wanted = columns.split()
    line = 1
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            lines = csv.reader(stream)
            header = next(lines, [])
            places = [header.index(name) for name in wanted]
            values = []
            for row in lines:
                line = lines.line_num
                values.append(build(*[row[place] for place in places]))
    except (OSError, ValueError, IndexError) as error:
        raise TableUnreadable(f"{path.name}, line {line}: {error}") from error
    return tuple(values)


@cache
def _span(start: str, end: str) -> Span:
    """An empty start is an open start: the row holds on every map before its end."""
    return Span(_day(start) if start else date.min, _day(end) if end else None)


def _municipality(nis: str, name: str, start: str, end: str, wikidata: str) -> Municipality:
    return Municipality(nis, name, _span(start, end), wikidata)


def _area(scheme: str, code: str, name: str, former_names: str) -> Area:
    return Area(scheme, code, name, tuple(filter(None, former_names.split(";"))))


def _membership(nis: str, scheme: str, area: str, start: str, end: str, precision: str) -> Membership:
    return Membership(nis, scheme, area, _span(start, end), precision)


def _postcode(code: str, place: str, submunicipality: str, nis: str) -> Postcode:
    return Postcode(code, place, submunicipality == "1", nis)


def _part(code: str, name: str, nis: str, lat: str, lon: str, area: str) -> SubMunicipality:
    return SubMunicipality(code, name, nis, float(lat), float(lon), float(area))


def _border(nis_a: str, nis_b: str, start: str, end: str) -> Border:
    return Border(nis_a, nis_b, _span(start, end))


def _marker(nis: str, lat: str, lon: str, area: str, start: str, end: str) -> Marker:
    return Marker(nis, float(lat), float(lon), float(area), _span(start, end))


@cache
def _ages(low: str, high: str) -> Ages:
    return Ages(int(low), int(high) if high else None) if low else EVERYONE


def _inhabitants(*row: str) -> Count:
    nis, low, high, ref, map_on, count, source = row
    return Count(nis, _ages(low, high), _day(ref), _day(map_on), _number(count), source)


def _pupils(nis: str, level: str, ref: str, map_on: str, count: str, source: str) -> Count:
    return Count(nis, level, _day(ref), _day(map_on), _number(count), source)


def _number(text: str) -> int | None:
    return int(text) if text else None
