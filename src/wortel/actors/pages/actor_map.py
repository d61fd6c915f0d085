"""The small map of an actor's page: its region, itself, and its nearest neighbours."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.actors.queries.directory import Listed
from wortel.actors.queries.neighbours import Neighbours
from wortel.territory.public import Dot, MapPicture, Mark, map_picture, map_sheet, point_on_map

_RADIUS, _OTHER_RADIUS = 9.0, 4.0


def map_around(here: Listed, around: Neighbours | None, on: date) -> MapPicture | None:
    """The actor in its region, or in all of Flanders; `None` when its place is unknown. One statement."""
    if here.lat is None or here.lon is None:
        return None
    sheet = map_sheet(on, scheme="referentieregio", area=here.region or None)
    base = reverse("actors:directory")
    marks = {shape.nis: Mark("plain", "", f"{base}?gemeente={shape.nis}") for shape in sheet.shapes}
    others = [other for lines in around.by_sector.values() for other in lines] if around else []
    dots = [_dot(other, _OTHER_RADIUS, "neighbour") for other in others] + [_dot(here, _RADIUS, "here")]
    title = _("Kaart: %(name)s in de regio") % {"name": here.name}
    return map_picture(sheet, title, marks, selected=here.nis, dots=[dot for dot in dots if dot is not None])


def _dot(actor: Listed, radius: float, kind: str) -> Dot | None:
    if actor.lat is None or actor.lon is None:
        return None
    x, y = point_on_map(actor.lat, actor.lon)
    words = f"{actor.name} ({_('fictief')})" if actor.is_fictional else actor.name
    url = reverse("actors:actor", args=[actor.ref]) if kind == "neighbour" else ""
    return Dot(x, y, radius, words, url, kind)
