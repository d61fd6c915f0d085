"""From the bytes of a boundary file to one polygon per municipality code, in degrees (WGS84)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from shapely import get_num_coordinates
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from wortel.gateways.boundaries.projection import in_degrees, reference_system
from wortel.gateways.boundaries.refusal import BoundaryFileRefused, printable
from wortel.gateways.boundaries.topojson import decoded

MAX_BYTES = 64 * 1024 * 1024  # the full-resolution file of Flanders is about half of this
MAX_FEATURES = 2_000  # Belgium counts fewer than 600 municipalities
MAX_CORNERS = 4_000_000
# VRBG, our own spelling, Statbel (statistical sectors dissolved, and the older municipality layer).
CODE_FIELDS = ("niscode", "nis", "cd_munty_refnis", "cd_refnis", "nis_code", "refnis", "inscode")
NAME_FIELDS = ("naam", "tx_munty_descr_nl", "t_mun_nl", "tx_munty_dstr_descr_nl", "name", "naam_nl")
_NIS = re.compile(r"[0-9]{5}")


@dataclass(frozen=True, slots=True)
class Boundary:
    """One municipality as the file draws it: `ground` is a polygon or several, longitude first, in degrees."""

    nis: str
    name: str
    ground: BaseGeometry


def layers_in(data: bytes) -> tuple[str, ...]:
    """The names of the layers of a TopoJSON file; empty for GeoJSON. Raises `BoundaryFileRefused`."""
    document = _document(data)
    objects = document.get("objects")
    return tuple(sorted(objects)) if document.get("type") == "Topology" and isinstance(objects, dict) else ()


def read_boundaries(data: bytes, layer: str | None = None, crs: str | None = None) -> tuple[Boundary, ...]:
    """The boundaries in the file, sorted by code.

    `layer` names the layer of a TopoJSON file that has several; `crs` (as in "EPSG:31370") overrules what the file
    says of itself; a file that says nothing is in degrees (RFC 7946). Raises `BoundaryFileRefused`.
    """
    document = _document(data)
    try:
        system = reference_system(document, crs)
        features = _features(document, layer)
        found = [_boundary(number, feature, system) for number, feature in enumerate(features, start=1)]
    except BoundaryFileRefused:
        raise
    except (KeyError, TypeError, AttributeError, IndexError, ValueError, OverflowError) as error:
        raise BoundaryFileRefused(
            "shape", "Het bestand is geen hele GeoJSON of TopoJSON. Haal het opnieuw op."
        ) from error
    _refuse_doubles(found)
    return tuple(sorted(found, key=lambda boundary: boundary.nis))


def _document(data: bytes) -> Mapping[str, Any]:
    if len(data) > MAX_BYTES:
        raise BoundaryFileRefused(
            "size", f"Het bestand is groter dan {MAX_BYTES // 1024**2} MB. Vereenvoudig het eerst.", limit=MAX_BYTES
        )
    try:
        document = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except RecursionError as error:
        raise BoundaryFileRefused(
            "depth", "Het bestand zit te diep in elkaar om een kaart te zijn. Haal het opnieuw op."
        ) from error
    except ValueError as error:
        raise BoundaryFileRefused(
            "json", f"Het bestand is geen JSON{_where(error)}. Geef een GeoJSON- of TopoJSON-bestand."
        ) from error
    if not isinstance(document, dict):
        raise BoundaryFileRefused("kind", "Het bestand is geen kaart. Geef een GeoJSON- of TopoJSON-bestand.")
    return document


def _where(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f" vanaf regel {error.lineno}, teken {error.colno}"
    return " in UTF-8" if isinstance(error, UnicodeDecodeError) else ""


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is not a number JSON knows")


def _features(document: Mapping[str, Any], layer: str | None) -> Sequence[Mapping[str, Any]]:
    kind = document.get("type")
    if kind == "Topology":
        features = list(decoded(document, _layer(sorted(document["objects"]), layer)))
    elif kind == "FeatureCollection":
        features = document["features"]
    else:
        raise BoundaryFileRefused(
            "kind", f"Het bestand is een {printable(kind)}. Geef een FeatureCollection of een Topology."
        )
    if not features:
        raise BoundaryFileRefused("empty", "Het bestand bevat geen enkel object. Geef er één per gemeente.")
    if len(features) > MAX_FEATURES:
        sentence = f"Het bestand bevat {len(features)} objecten, meer dan {MAX_FEATURES}. Geef er één per gemeente."
        raise BoundaryFileRefused("features", sentence, count=len(features), limit=MAX_FEATURES)
    return features


def _layer(names: Sequence[str], asked: str | None) -> str:
    if asked is None and len(names) == 1:
        return names[0]
    if asked is None or asked not in names:
        shown = ", ".join(map(printable, names[:10])) or "er is er geen"
        sentence = f"Het bestand heeft {len(names)} lagen. Kies er één: {shown}."
        raise BoundaryFileRefused("layer", sentence, layers=tuple(names))
    return asked


def _boundary(number: int, feature: Mapping[str, Any], system: str) -> Boundary:
    fields = {str(key).lower(): value for key, value in (feature.get("properties") or {}).items()}
    nis = _code(number, (*(fields.get(name) for name in CODE_FIELDS), feature.get("id")))
    name = next((printable(fields[field]) for field in NAME_FIELDS if fields.get(field)), "")
    geometry = feature.get("geometry") or {}
    if geometry.get("type") not in ("Polygon", "MultiPolygon"):
        kind = printable(geometry.get("type"))
        sentence = f"Object {number} ({nis} {name}) is een {kind}, geen veelhoek. Laat het weg."
        raise BoundaryFileRefused("geometry", sentence, feature=number, nis=nis)
    return Boundary(nis, name, in_degrees(_ground(number, nis, geometry), system, nis))


def _ground(number: int, nis: str, geometry: Mapping[str, Any]) -> BaseGeometry:
    try:
        ground = shape(dict(geometry))
    except Exception as error:  # shapely lets errors of several libraries through for coordinates that are none
        sentence = (
            f"Object {number} ({nis}) heeft coördinaten die geen veelhoek tekenen. Herstel het of haal het opnieuw op."
        )
        raise BoundaryFileRefused("coordinates", sentence, feature=number, nis=nis) from error
    if ground.is_empty or get_num_coordinates(ground) > MAX_CORNERS:
        sentence = (
            f"Object {number} ({nis}) is leeg of heeft meer dan {MAX_CORNERS} hoeken. Herstel of vereenvoudig het."
        )
        raise BoundaryFileRefused("coordinates", sentence, feature=number, nis=nis)
    return ground


def _code(number: int, candidates: Iterable[object]) -> str:
    """The first candidate that is a NIS code; a whole number counts as its five digits."""
    for candidate in candidates:
        text = str(candidate).strip() if isinstance(candidate, str | int) and not isinstance(candidate, bool) else ""
        if _NIS.fullmatch(text):
            return text
    sentence = f"Object {number} heeft geen NIS-code van vijf cijfers. Noem het veld NISCODE of CD_MUNTY_REFNIS."
    raise BoundaryFileRefused("code", sentence, feature=number)


def _refuse_doubles(found: Sequence[Boundary]) -> None:
    seen: set[str] = set()
    for boundary in found:
        if boundary.nis in seen:
            sentence = f"{boundary.nis} {boundary.name} staat er twee keer in. Geef één object per gemeente."
            raise BoundaryFileRefused("double", sentence, nis=boundary.nis)
        seen.add(boundary.nis)
