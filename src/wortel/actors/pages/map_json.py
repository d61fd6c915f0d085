"""`/actoren/kaart.json`: where the actors that answer stand, small enough for fifty thousand of them at once."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse

from wortel.actors.domain.kinds import SECTORS
from wortel.actors.pages.asking import read_question
from wortel.actors.queries.asked import Asked
from wortel.actors.queries.counts import counts_by_municipality
from wortel.actors.queries.points import SQUARE_KM, points, squares
from wortel.actors.queries.sources import source_names
from wortel.shell import clock
from wortel.territory.domain.plane import KM_PER_DEGREE_EAST, KM_PER_DEGREE_NORTH, MIDDLE_LAT, MIDDLE_LON
from wortel.territory.public import timeline

_SECTORS = ("", *SECTORS)


def map_json(request: HttpRequest) -> JsonResponse:
    """By municipality; with `vak=ja` by squares of 2 km; single actors when one region, province or town is chosen."""
    question = read_question(request, source_names(), clock.today())
    asked = question.asked
    if request.GET.get("vak") == "ja":
        return JsonResponse(_squares(asked))
    narrow = asked.nis or asked.near or len(asked.choices("region")) == 1 or len(asked.choices("province")) == 1
    found = _points(asked) if narrow else None
    return JsonResponse(found or _towns(asked))


def _towns(asked: Asked) -> dict[str, object]:
    on = clock.today()
    counts = counts_by_municipality(asked)
    rows = []
    for place in timeline().municipalities(on):
        marker = timeline().marker(place.nis, on)
        if counts.get(place.nis) and marker:
            rows.append([place.nis, place.name, round(marker.lat, 4), round(marker.lon, 4), counts[place.nis]])
    columns = ["nis", "name", "lat", "lon", "n"]
    return {"by": "municipality", "columns": columns, "rows": rows, "unplaced": counts.get("", 0)}


def _squares(asked: Asked) -> dict[str, object]:
    rows = [
        [
            round(MIDDLE_LAT + square.y_km / KM_PER_DEGREE_NORTH, 4),
            round(MIDDLE_LON + square.x_km / KM_PER_DEGREE_EAST, 4),
            square.n,
        ]
        for square in squares(asked)
    ]
    return {"by": "square", "size_km": SQUARE_KM, "columns": ["lat", "lon", "n"], "rows": rows}


def _points(asked: Asked) -> dict[str, object] | None:
    found = points(asked)
    if found is None:
        return None
    rows = [
        [
            point.ref,
            point.name,
            _SECTORS.index(point.sector),
            int(point.is_fictional),
            round(point.lat, 5),
            round(point.lon, 5),
        ]
        for point in found
    ]
    columns = ["ref", "name", "sector", "fictional", "lat", "lon"]
    return {"by": "actor", "sectors": list(_SECTORS), "columns": columns, "rows": rows}
