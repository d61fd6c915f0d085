"""Reads one row about an institution: what it says, what had to be mended, or why it cannot be taken."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from wortel.actors.domain.cells import Cells
from wortel.actors.domain.coordinates import Point, read_point
from wortel.actors.domain.kinds import KIND_OF, OTHER, Kind, read_kind, read_sector
from wortel.actors.domain.placing import Standing, read_standing
from wortel.actors.domain.roles import read_attributes, read_roles, read_working_areas
from wortel.actors.domain.row_identifiers import KEY_LENGTH, own_key, read_identifiers
from wortel.actors.domain.stated_dates import Stated, read_stated
from wortel.actors.domain.statement import NAME_LENGTH, ActorStatement
from wortel.actors.domain.web import read_website
from wortel.actors.domain.whereabouts import Whereabouts
from wortel.kernel.reason import Reason
from wortel.kernel.text import folded

STATUSES: Mapping[str, str] = {
    "actief": "active", "active": "active", "ac": "active", "in werking": "active",
    "niet actief": "inactive", "inactief": "inactive", "inactive": "inactive", "stopgezet": "inactive",
    "gesloten": "inactive", "withdrawn": "inactive",
    "gefuseerd": "merged", "merged": "merged",
    "in oprichting": "planned", "gepland": "planned", "planned": "planned",
    "unknown": "unknown", "onbekend": "unknown",
}  # fmt: skip
_SAYS_NO_STATUS = re.compile(r"stand \d{4}|met naam genoemd in bron")
_ENDED = ("inactive", "merged")


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row that could be taken: the source's own key, the statement, the date as printed, and what was mended."""

    key: str
    statement: ActorStatement
    stated_on: str
    repairs: tuple[tuple[str, Reason], ...]


def read_row(raw: Mapping[str, str], where: Whereabouts) -> ReadRow:
    """Reads the fields of one row (field name → cell as it stood). Raises `RowRefused` with every problem found."""
    cells = Cells(raw)
    key = cells.text("key", KEY_LENGTH)
    name = _read_name(cells)
    stated_on, stated = _read_date(cells)
    status = _read_status(cells)
    kind, kind_raw = _read_kind(cells)
    sector, sector_raw = _read_sector(cells, kind)
    standing = read_standing(cells, where, stated, has_ended=status in _ENDED)
    point = _believable(cells, read_point(cells), standing, where)
    website = _read_website(cells)
    body = _code_of_body(kind, standing, where, name)
    identifiers = read_identifiers(cells, website, body)
    attributes = read_attributes(cells)
    street, house_number = _read_street(cells)
    statement = ActorStatement(
        name=name,
        kind=kind.key,
        sector=sector,
        status=status,
        alt_names=tuple(other for other in _names(cells, "alt_names") if other != name),
        former_names=tuple(other for other in _names(cells, "former_names") if other != name),
        street=street,
        house_number=house_number,
        postcode=standing.postcode,
        place=standing.place,
        nis=standing.nis,
        lat=point.lat if point else None,
        lon=point.lon if point else None,
        precision=point.precision if point else "",
        website=website,
        identifiers=identifiers,
        roles=read_roles(cells, kind, attributes),
        working_areas=read_working_areas(cells, kind, attributes, where),
        attributes=attributes,
        said_by=cells.text("said_by", 500),
        stated_until=stated.last if stated else None,
        kind_raw=kind_raw,
        sector_raw=sector_raw,
    )
    cells.refuse_if_broken(key)
    return ReadRow(key or own_key(cells, statement), statement, stated_on, tuple(cells.repairs))


def _read_name(cells: Cells) -> str:
    name = cells.text("name", NAME_LENGTH)
    if not name and not cells.problems:
        cells.refused("name", Reason.of("actors.no_name"))
    return name


def _read_date(cells: Cells) -> tuple[str, Stated | None]:
    """The date as printed and what it means. Words may stand there ("record v1.56"); an impossible day may not."""
    text = cells.text("stated_on", 60)
    stated = read_stated(text) if text else None
    if text and stated is None and re.fullmatch(r"[\d./\-T: +Z]+", text):
        cells.refused("stated_on", Reason.of("actors.date_impossible", raw=text))
    return text, stated


def _names(cells: Cells, field: str) -> list[str]:
    names = cells.several(field, 5000)
    for name in names:
        if len(name) > NAME_LENGTH:
            cells.mended(field, Reason.of("actors.name_left_out", raw=name[:60], limit=NAME_LENGTH))
    return [name for name in names if len(name) <= NAME_LENGTH]


def _read_status(cells: Cells) -> str:
    text = cells.text("status", 100)
    plain = folded(text)
    if plain and plain not in STATUSES and not _SAYS_NO_STATUS.fullmatch(plain):
        cells.mended("status", Reason.of("actors.status_unknown", raw=text))
    return STATUSES.get(plain, "unknown")


def _read_kind(cells: Cells) -> tuple[Kind, str]:
    text = cells.text("kind", 200)
    if not text and cells.has("school"):
        cells.mended("kind", Reason.of("actors.kind_from_school_number"))
        return KIND_OF["school"], ""
    kind = read_kind(text) if text else None
    if text and kind is None:
        cells.mended("kind", Reason.of("actors.kind_unknown", raw=text))
    return kind or KIND_OF[OTHER], text


def _read_sector(cells: Cells, kind: Kind) -> tuple[str, str]:
    """What the source says stands, also where the kind suggests another sector; silence follows the kind."""
    text = cells.text("sector", 100)
    if not text:
        return kind.sector, ""
    sector = read_sector(text)
    if sector is None:
        cells.mended("sector", Reason.of("actors.sector_unknown", raw=text))
        return kind.sector, text
    if kind.sectors and sector not in kind.sectors:
        cells.mended("sector", Reason.of("actors.sector_contradicts_kind", sector=sector, kind=kind.key))
    return sector, text


def _read_street(cells: Cells) -> tuple[str, str]:
    """Street and number; one cell with both is split at the first number after the name."""
    street, number = cells.text("street", 200), cells.text("house_number", 40)
    if not street and cells.has("address"):
        address = cells.text("address", 240)
        match = re.fullmatch(r"(?P<street>\D.*?)\s+(?P<number>\d.{0,35})", address)
        street, number = (match["street"][:200], match["number"]) if match else (address[:200], number)
    box = cells.text("box", 20)
    return street, f"{number} bus {box}"[:40] if box and number else number


def _read_website(cells: Cells) -> str:
    website, mended = read_website(cells.text("website", 1000))
    cells.mended("website", mended)
    return website


def _believable(cells: Cells, point: Point | None, standing: Standing, where: Whereabouts) -> Point | None:
    """Notes a point that lies far from the municipality of the row; the point is kept."""
    if point is None or not standing.nis or cells.problems:
        return point
    marker = where.marker(standing.nis)
    if marker is not None:
        km = where.km_between(marker, (point.lat, point.lon))
        if km > _FAR_KM:
            cells.mended("lat", Reason.of("actors.point_far_away", km=round(km), name=where.name(standing.nis)))
    return point


_FAR_KM = 25.0  # no Flemish municipality reaches further than this from a point inside it


def _code_of_body(kind: Kind, standing: Standing, where: Whereabouts, name: str) -> str:
    """The code of the municipality or province that the row is about as a body."""
    if kind.key == "municipality":
        return standing.nis
    return where.province_of(name) if kind.key == "province" else ""
