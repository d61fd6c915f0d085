"""Where a site stands on today's map, and at what point."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wortel.actors.domain.statement import ActorStatement
from wortel.actors.domain.whereabouts import Whereabouts, name_of_place
from wortel.territory.domain.plane import to_plane


@dataclass(frozen=True, slots=True)
class Today:
    """Codes of the map of `on`; empty is unknown or none. Degrees in WGS84, kilometres in the local plane."""

    nis: str = ""
    province: str = ""
    region: str = ""
    lat: float | None = None
    lon: float | None = None
    x_km: float | None = None
    y_km: float | None = None
    precision: str = ""


NOWHERE = Today()


class TodayMap:
    """Answers for one day. Codes only move forward in time, so that every answer is exact."""

    def __init__(self, where: Whereabouts, on: date) -> None:
        self.where = where
        self.on = max(on, where.timeline.first_day)
        self._areas: dict[str, tuple[str, str, str]] = {}
        self._parts: dict[str, dict[str, tuple[float, float]]] = {}

    def place(self, said: ActorStatement) -> Today:
        """Where the statement's place lies now. Without a point of its own it gets that of its part or municipality."""
        nis, province, region = self._areas_of(said.nis)
        lat, lon, precision = said.lat, said.lon, said.precision
        if (lat is None or lon is None) and nis:
            lat, lon, precision = self._point(nis, said.place)
        if lat is None or lon is None:
            return Today(nis, province, region)
        x_km, y_km = to_plane(lat, lon)
        return Today(nis, province, region, lat, lon, round(x_km, 4), round(y_km, 4), precision)

    def _areas_of(self, nis: str) -> tuple[str, str, str]:
        if not nis:
            return "", "", ""
        if nis not in self._areas:
            self._areas[nis] = self._find_areas(nis)
        return self._areas[nis]

    def _find_areas(self, nis: str) -> tuple[str, str, str]:
        if self.where.is_brussels(nis):
            return nis, "", ""
        codes = self.where.on_map([nis], self.on)
        if len(codes) != 1:
            return "", "", ""
        now = min(codes)
        areas = [self.where.timeline.area_of_map(now, scheme, self.on) for scheme in ("provincie", "referentieregio")]
        province, region = (area.code if area else "" for area in areas)
        return now, province, region

    def _point(self, nis: str, place: str) -> tuple[float | None, float | None, str]:
        if self.where.is_brussels(nis):
            return None, None, ""
        if nis not in self._parts:
            parts = self.where.timeline.submunicipalities_of(nis, self.on)
            self._parts[nis] = {name_of_place(part.name): (part.lat, part.lon) for part in parts}
        part = self._parts[nis].get(name_of_place(place))
        if part is not None and len(self._parts[nis]) > 1:
            return *part, "submunicipality"
        marker = self.where.timeline.marker(nis, self.on)
        return (marker.lat, marker.lon, "municipality") if marker else (None, None, "")
