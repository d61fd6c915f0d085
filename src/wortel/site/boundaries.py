"""Brings a boundary file from the gateway to the territory."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

from wortel.gateways.boundaries import BoundaryFileRefused, layers_in, read_boundaries
from wortel.gateways.boundaries.official import SERVICE, fetch_official
from wortel.gateways.boundaries.reading import MAX_BYTES
from wortel.shell.clock import now
from wortel.site.given_file import read_given
from wortel.territory.public import NewBoundaries, map_of, replace_boundaries, timeline
from wortel.trail.public import By


def take_over(file: Path | None, on: date | None) -> list[dict[str, str | int]]:
    """Reads the file (or asks the official service) and keeps its boundaries; tells which maps were taken over.

    A file with several layers brings every layer that holds the municipalities of a map; `on` picks one.
    Raises `BoundaryFileRefused`, `BoundariesRefused`, `FileUnreadable`.
    """
    data = fetch_official() if file is None else read_given(file, MAX_BYTES)
    found = {new.on: new for new in _maps(data, on)}
    if not found:
        raise BoundaryFileRefused(
            "no_map",
            "Dit bestand bevat geen Vlaamse gemeenten van die kaart. Kies een ander bestand of een andere dag.",
        )
    name, source = (file.name, file.name) if file is not None else (SERVICE, "VRBG, Digitaal Vlaanderen")
    by = By.command("wortel territory boundaries import")
    replace_boundaries(by, tuple(found.values()), source, (name, hashlib.sha256(data).hexdigest()), now())
    return [{"map_from": day.isoformat(), "municipalities": len(new.grounds)} for day, new in sorted(found.items())]


def _maps(data: bytes, on: date | None) -> list[NewBoundaries]:
    layers = layers_in(data)
    asked = timeline().map_span(on).start if on is not None else None
    maps = []
    for layer in layers or (None,):
        try:
            boundaries = read_boundaries(data, layer)
        except BoundaryFileRefused:
            if len(layers) > 1:  # a layer of provinces or regions beside the one of municipalities
                continue
            raise
        best = map_of(frozenset(boundary.nis for boundary in boundaries))
        day = best if asked is None else max(asked, timeline().first_day)
        if best is not None and best == day:
            maps.append(NewBoundaries(day, {boundary.nis: boundary.ground for boundary in boundaries}))
        elif best is not None and len(layers) <= 1:
            maps.append(NewBoundaries(day or best, {boundary.nis: boundary.ground for boundary in boundaries}))
    return maps
