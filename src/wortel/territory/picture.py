"""A map that says something: the shapes of one day, each with a state, a word and a door to more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString, mark_safe

from wortel.territory.maps import MapSheet

DEFAULT_STATE = "plain"


@dataclass(frozen=True, slots=True)
class Mark:
    """What the map says of one municipality: a state (class of colour and pattern), the words, and where they lead."""

    state: str
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A point on the map in its own units: radius, words, where it leads, and a class of colour."""

    x: int
    y: int
    radius: float
    words: str
    href: str = ""
    kind: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class MapArea:
    """One municipality as drawn."""

    nis: str
    name: str
    path: str
    state: str
    words: str
    href: str
    is_selected: bool


@dataclass(frozen=True, slots=True)
class MapPicture:
    """All a template needs to draw the map; `title` says in words what it shows, for who does not see it."""

    title: str
    view_box: str
    areas: tuple[MapArea, ...]
    borders: tuple[str, ...]
    dots: tuple[Dot, ...]
    is_schematic: bool
    source: str

    # Written here and not in the template, which takes ten times as long over three hundred shapes.

    @property
    def areas_svg(self) -> SafeString:
        """One path a municipality, in a link when it leads somewhere; its title says name and words."""
        return mark_safe("\n".join(map(_area_svg, self.areas)))  # noqa: S308  (every text is escaped where it is written)

    @property
    def dots_svg(self) -> SafeString:
        """One circle a dot, with its label."""
        return mark_safe("\n".join(map(_dot_svg, self.dots)))  # noqa: S308  (every text is escaped where it is written)


def _area_svg(area: MapArea) -> str:
    selected = " is-selected" if area.is_selected else ""
    title = escape(f"{area.name}: {area.words}" if area.words else area.name)
    return _linked(
        area.href,
        f'<path class="map-area{selected}" data-state="{escape(area.state)}" data-nis="{area.nis}" d="{area.path}">'
        f"<title>{title}</title></path>",
    )


def _dot_svg(dot: Dot) -> str:
    label = f'<text class="map-dot-label" x="{dot.x}" y="{dot.y}">{escape(dot.label)}</text>' if dot.label else ""
    return _linked(
        dot.href,
        f'<circle class="map-dot" data-kind="{escape(dot.kind)}" cx="{dot.x}" cy="{dot.y}" r="{dot.radius}">'
        f"<title>{escape(dot.words)}</title></circle>{label}",
    )


def _linked(href: str, drawn: str) -> str:
    return f'<a href="{escape(href)}" tabindex="-1">{drawn}</a>' if href else drawn


def map_picture(
    sheet: MapSheet, title: str, marks: Mapping[str, Mark], *, selected: str = "", dots: Iterable[Dot] = ()
) -> MapPicture:
    """The sheet with a mark on each municipality; one without a mark is plain. `selected` lies on top."""
    plain = Mark(DEFAULT_STATE, "", "")
    areas = [
        MapArea(shape.nis, shape.name, shape.path, mark.state, mark.words, mark.href, shape.nis == selected)
        for shape in sheet.shapes
        for mark in (marks.get(shape.nis, plain),)
    ]
    areas.sort(key=lambda area: area.is_selected)
    return MapPicture(title, sheet.view_box, tuple(areas), sheet.borders, tuple(dots), sheet.is_schematic, sheet.source)
