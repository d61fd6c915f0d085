"""Roles and working areas, as far as a source's own words give them away."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache

from wortel.actors.domain.cells import Cells
from wortel.actors.domain.kinds import Kind
from wortel.actors.domain.stated_dates import read_stated
from wortel.actors.domain.statement import SaidArea, SaidRole
from wortel.actors.domain.whereabouts import Whereabouts
from wortel.kernel.reason import Reason
from wortel.kernel.text import TextRefused, clean_text, folded, gettext_noop

ROLES: Mapping[str, str] = {
    "stem_academy": gettext_noop("STEM-academie"),
    "rtc": gettext_noop("Regionaal technologisch centrum"),
    "catalyst": gettext_noop("STEM-gangmaker"),
    "developer": gettext_noop("STEM-ontwikkelaar"),
    "rollout": gettext_noop("STEM-uitroller"),
    "project_lead": gettext_noop("Trekker van een project"),
    "project_partner": gettext_noop("Partner in een project"),
    "mentioned": gettext_noop("Genoemd in een bron"),
}
"""Dutch label of each role."""

_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("stem_academy", re.compile(r"(?:geregistreerde |erkende |zelf )?stem academie|stem_academy")),
    ("rtc", re.compile(r"rtc|regionaal technologisch centrum")),
    ("catalyst", re.compile(r"(?:stem )?gangmaker|catalyst")),
    ("developer", re.compile(r"(?:stem )?ontwikkelaar|developer")),
    ("rollout", re.compile(r"(?:stem )?uitroller|rollout")),
    ("project_lead", re.compile(r"trekker .+|project_lead")),
    ("project_partner", re.compile(r"partner .+|project_partner")),
)
_DATED = re.compile(r"(?P<role>.+?)\s*\((?P<from>[\d-]{4,10})?\s*[/–]\s*(?P<to>[\d-]{4,10})?\)")
_AREA_KEY = re.compile(r"werkingsgebied(?:_(\d{4}))?")
ATTRIBUTE_LENGTH = 500


def read_attributes(cells: Cells) -> Mapping[str, str]:
    """The JSON object in the attributes cell as plain texts; a cell that is no such object is kept under `text`."""
    text = cells.text("attributes", 20_000, lines=True)
    if not text:
        return {}
    attributes = _parse(text)
    if attributes is None:
        cells.mended("attributes", Reason.of("actors.attributes_not_json"))
        return {"text": text[:ATTRIBUTE_LENGTH]}
    return attributes


@lru_cache(maxsize=1024)
def _parse(text: str) -> Mapping[str, str] | None:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict):
        return None
    plain = {_plain(key): _plain(value) for key, value in found.items() if value not in (None, "", [], {})}
    return {key: value for key, value in plain.items() if key and value}


def _plain(value: object) -> str:
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    try:
        return clean_text(text[:ATTRIBUTE_LENGTH], limit=ATTRIBUTE_LENGTH)
    except TextRefused:
        return ""


def read_roles(cells: Cells, kind: Kind, attributes: Mapping[str, str]) -> tuple[SaidRole, ...]:
    """The roles of the roles column, of the attribute `rol_of_bewijs`, and the one a kind brings by itself."""
    found = [_role(part) for part in cells.several("roles", 2000)]
    found += [_role(part) for part in _parts(attributes.get("rol_of_bewijs", ""))]
    if kind.key in ("rtc", "stem_academy") and not any(said.role == kind.key for said in found):
        found.append(SaidRole(kind.key))
    return tuple(dict.fromkeys(found))


def _parts(text: str) -> Iterator[str]:
    yield from (part.strip() for part in text.split(";") if part.strip())


def _role(text: str) -> SaidRole:
    """`STEM-academie (2019-01-01/2023-12-31)`: the role with its first and last day; the end is kept exclusive."""
    dated = _DATED.fullmatch(text)
    plain = dated["role"] if dated else text
    words = " ".join(folded(plain).replace("-", " ").split())
    role = next((key for key, form in _WORDS if form.fullmatch(words)), "mentioned")
    if dated is None:
        return SaidRole(role, note=text[:500])
    first = read_stated(dated["from"] or "")
    last = read_stated(dated["to"] or "")
    return SaidRole(role, first.first if first else None, _after(last.last) if last else None, text[:500])


def _after(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def read_working_areas(
    cells: Cells, kind: Kind, attributes: Mapping[str, str], where: Whereabouts
) -> tuple[SaidArea, ...]:
    """Municipalities or provinces named as working area, with the codes of the year the source gives, else of today."""
    said = [(where.newest, name) for name in cells.several("working_area", 4000)]
    for key, text in attributes.items():
        match = _AREA_KEY.fullmatch(key)
        if match:
            day = where.day_of_map(date(int(match[1]), 1, 1) if match[1] else None)
            said += [(day, name) for name in re.split(r"\s*[,;|]\s*", text) if name]
    found = []
    for day, name in said:
        area = _area(name, day, kind, where)
        if area is None:
            cells.mended("working_area", Reason.of("actors.area_unknown", name=name))
        else:
            found.append(area)
    return tuple(dict.fromkeys(found))


def _area(name: str, day: date, kind: Kind, where: Whereabouts) -> SaidArea | None:
    """Antwerpen is a town and a province: only a body of a province works for the province of that bare name."""
    province = where.province_of(name)
    if province and (kind.key.startswith("provinc") or folded(name).startswith("provincie")):
        return SaidArea("provincie", province)
    bare = re.sub(r"\s*\([^()]*\)$", "", name)  # "Aalter (voor fusie)"
    codes = where.named(bare, day) or where.named(bare, where.newest)
    if len(codes) == 1:
        return SaidArea("gemeente", min(codes))
    return SaidArea("provincie", province) if province else None
