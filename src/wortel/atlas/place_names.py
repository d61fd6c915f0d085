"""Names of towns on a wide map, so that a visitor knows where to look: the centre cities, and Brussels beside them."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext

from wortel.territory.public import Dot, MapSheet, point_on_map, timeline

BRUSSELS = (50.8467, 4.3525)  # WGS84 degrees of the Grote Markt


def place_names(sheet: MapSheet, on: date) -> tuple[Dot, ...]:
    """A name without a dot for each centre city of that day, and for Brussels, which is on no Flemish map."""
    cities = {
        place.nis
        for area in timeline().areas("centrumstad", on)
        for place in timeline().members("centrumstad", area.code, on)
    }
    named = [
        Dot(shape.x, shape.y, 0, shape.name, kind="place", label=shape.name)
        for shape in sheet.shapes
        if shape.nis in cities
    ]
    x, y = point_on_map(*BRUSSELS)
    return (*named, Dot(x, y, 0, gettext("Brussel"), kind="place", label=gettext("Brussel")))
