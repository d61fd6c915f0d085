"""The map twin of the list: circles per municipality in Flanders, single actors in one region, province or town."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wortel.actors.pages.asking import Question
from wortel.actors.queries.asked import UNKNOWN
from wortel.actors.queries.counts import counts_by_municipality
from wortel.actors.queries.points import Point, points
from wortel.actors.search.query import Query
from wortel.shell.address import with_one, without
from wortel.shell.formats import number
from wortel.territory.public import Dot, MapPicture, MapSheet, Mark, map_picture, map_sheet, point_on_map, timeline

_REGION, _PROVINCE = "referentieregio", "provincie"
_LARGEST, _SMALLEST = 46.0, 8.0  # hundreds of metres on the map
_POINT = 14.0  # on the map of all Flanders; smaller where the frame is smaller
_WIDTH = 2440


@dataclass(frozen=True, slots=True)
class TownRow:
    """One municipality of the table beside the map."""

    name: str
    n: int
    url: str


@dataclass(frozen=True, slots=True)
class DirectoryMap:
    """The drawing, the same as a table, and how many actors have no known place; `wider_url` leads back out."""

    picture: MapPicture
    towns: tuple[TownRow, ...]
    unplaced: int
    wider_url: str
    shows_single: bool


def map_of(request: HttpRequest, question: Question, query: Query, on: date) -> DirectoryMap:
    """The map of what answers. Three statements."""
    counts = counts_by_municipality(question.asked, query)
    scheme, area = _frame(question, on)
    sheet = map_sheet(on, scheme=scheme, area=area)
    towns = _towns(request, counts, sheet)
    single = points(question.asked, query) if area else None
    dots = _circles(counts, sheet, towns) if single is None else _dots(single, sheet)
    title = _("Kaart van de actoren die bij deze vraag passen; de tabel ernaast zegt hetzelfde.")
    picture = map_picture(sheet, title, _marks(towns), selected=question.asked.nis, dots=dots)
    wider = without(request, "gemeente", "regio", "provincie") if area else ""
    rows = tuple(sorted(towns.values(), key=lambda row: (-row.n, row.name)))
    return DirectoryMap(picture, rows, counts.get("", 0), wider, single is not None)


def _frame(question: Question, on: date) -> tuple[str, str | None]:
    """The division whose borders are drawn, and the one area of it that fills the frame."""
    if question.asked.nis:
        area = timeline().area_of_map(question.asked.nis, _REGION, on)
        return (_REGION, area.code) if area else (_PROVINCE, None)
    for facet, scheme in (("region", _REGION), ("province", _PROVINCE)):
        chosen = question.asked.choices(facet) - {UNKNOWN}
        if len(chosen) == 1:
            return scheme, next(iter(chosen))
    return _PROVINCE, None


def _towns(request: HttpRequest, counts: Mapping[str, int], sheet: MapSheet) -> dict[str, TownRow]:
    return {
        shape.nis: TownRow(shape.name, counts[shape.nis], with_one(request, "gemeente", shape.nis))
        for shape in sheet.shapes
        if counts.get(shape.nis)
    }


def _marks(towns: Mapping[str, TownRow]) -> dict[str, Mark]:
    return {nis: Mark("plain", _words(town.n), town.url) for nis, town in towns.items()}


def _circles(counts: Mapping[str, int], sheet: MapSheet, towns: Mapping[str, TownRow]) -> list[Dot]:
    """A circle per municipality; its surface grows with the number, the largest drawn first."""
    most = max((town.n for town in towns.values()), default=1)
    circles = [
        Dot(
            shape.x,
            shape.y,
            round(max(_SMALLEST, _LARGEST * sqrt(counts[shape.nis] / most)), 1),
            f"{shape.name}: {_words(counts[shape.nis])}",
            towns[shape.nis].url,
            "cluster",
        )
        for shape in sheet.shapes
        if shape.nis in towns
    ]
    return sorted(circles, key=lambda circle: -circle.radius)


def _dots(found: Iterable[Point], sheet: MapSheet) -> list[Dot]:
    """A dot per point of the map; actors on the same point share a larger one."""
    radius = _POINT * int(sheet.view_box.split()[2]) / _WIDTH
    together: dict[tuple[int, int], list[Point]] = defaultdict(list)
    for point in found:
        together[point_on_map(point.lat, point.lon)].append(point)
    dots = [_dot(place, here, radius) for place, here in together.items()]
    return sorted(dots, key=lambda dot: (-dot.radius, dot.x, dot.y))


def _dot(place: tuple[int, int], here: Sequence[Point], radius: float) -> Dot:
    size = round(radius * min(sqrt(len(here)), 4), 1)
    names = ", ".join(f"{point.name} ({_('fictief')})" if point.is_fictional else point.name for point in here[:5])
    if len(here) > 5:
        names += " " + _("en nog %(n)s") % {"n": len(here) - 5}
    url = reverse("actors:actor", args=[here[0].ref]) if len(here) == 1 else ""
    return Dot(place[0], place[1], size, names, url, here[0].sector if len(here) == 1 else "cluster")


def _words(n: int) -> str:
    return ngettext("%(n)s actor", "%(n)s actoren", n) % {"n": number(n)}
